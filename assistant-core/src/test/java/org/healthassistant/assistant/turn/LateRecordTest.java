package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.record.SampleRecord;
import org.healthassistant.assistant.record.server.Copies;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.screening.LateRecords;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a message that was screened before there was a copy of its writer's record, on
/// both databases: once there is one it may rise, and never falls.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LateRecordTest extends OneConversation {

  LateRecordTest(TestDatabase database) {
    super(database);
  }

  @Test
  void raisesWhatWasScreenedWithoutItBeforeTheReplyIsMade() {
    String id = accept("i hit my head a bit");
    Level before = message(id).decision().orElseThrow().level();
    assertThat(before).isLessThan(Level.EMERGENCY);

    keep("Warfarin");
    Turn turn = complete(id);

    assertThat(turn.triage().messageLevel()).isEqualTo("EMERGENCY");
    assertThat(message(id).decision().orElseThrow().level()).isEqualTo(Level.EMERGENCY);
    assertThat(open().map(Escalation::level)).contains(Level.EMERGENCY);
  }

  @Test
  void leavesAsItIsWhatItsRiskFactsDoNotBearUpon() {
    String id = accept("i hit my head a bit");
    Level before = message(id).decision().orElseThrow().level();

    keep("Loratadine");

    assertThat(complete(id).triage().messageLevel()).isEqualTo(before.name());
  }

  @Test
  void raisesAlsoAfterTheReplyAndLetsThePatientBeTold() {
    String id = accept("i hit my head a bit");
    complete(id);

    keep("Warfarin");
    service.bean(LateRecords.class).run(message(id).subjectId());

    assertThat(message(id).decision().orElseThrow().level()).isEqualTo(Level.EMERGENCY);
    assertThat(open().map(Escalation::level)).contains(Level.EMERGENCY);
    complete(id);
    assertThat(service.bean(ReplyStore.class).raiseTold(id)).isTrue();
  }

  @Test
  void neverLowers() {
    String id = accept("i want to kill myself");

    keep("Warfarin");

    assertThat(complete(id).triage().messageLevel()).isEqualTo("EMERGENCY");
  }

  private String accept(String text) {
    Accepted accepted = service
        .bean(Corridor.class)
        .accept(new Inbound.Web(
            patient, Optional.empty(), conversation, text, Optional.empty(), false));
    return ((Accepted.Stored) accepted).messageId();
  }

  private Turn complete(String messageId) {
    return service.bean(Corridor.class).complete(messageId).orElseThrow();
  }

  private void keep(String medicine) {
    Person person = new Person(patient, "Pat Example", null, "female", "en", List.of(), null, null);
    PatientRecord record = new PatientRecord(
        person, List.of(SampleRecord.medicine(medicine, Medication.Status.ACTIVE)), null);
    assertThat(service.bean(Copies.class).keep(record)).isTrue();
  }
}
