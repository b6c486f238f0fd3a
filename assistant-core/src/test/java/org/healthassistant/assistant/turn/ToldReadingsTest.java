package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.measured.MeasuredReadings;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.record.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readings that patients tell in words, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ToldReadingsTest extends OneConversation {

  ToldReadingsTest(TestDatabase database) {
    super(database);
    grant(Purpose.RECORD, true);
  }

  private List<Measurement> kept(String loinc) {
    return service.bean(MeasuredReadings.class).told(subject.id(), List.of(loinc));
  }

  private void grant(Purpose purpose, boolean granted) {
    service
        .bean(Transactions.class)
        .durable(() -> service.bean(Consents.class).decide(subject.id(), purpose, granted));
  }

  @Test
  void aToldReadingIsSaidBackAndKeptOnlyAfterAYes() {
    Turn told = say("my blood pressure was 138 over 85 this morning");
    assertThat(told.text())
        .contains("You told me: blood pressure 138/85 mmHg (")
        .contains("Shall I keep this");
    assertThat(told.suggestions()).containsExactly("Yes, keep it", "No", "Change");
    assertThat(kept("85354-9")).as("nothing is kept unconfirmed").isEmpty();

    Turn yes = say("Yes, keep it");
    assertThat(yes.text()).contains("I kept this, marked as reported by you").contains("UNDO");
    assertThat(kept("85354-9")).hasSize(1);

    Turn again = say("my blood pressure was 138 over 85 this morning");
    assertThat(again.text()).contains("Shall I keep this");
    assertThat(say("yes").text()).contains("did not keep it twice");
    assertThat(kept("85354-9")).hasSize(1);
  }

  @Test
  void inSpanishItIsAskedAndAnsweredInSpanish() {
    assertThat(say("mi presión salió 131/82 hoy").text())
        .contains("Usted me dijo: presión arterial 131/82 mmHg")
        .contains("¿Lo guardo");
    assertThat(say("sí").text()).contains("Guardé esto");
    assertThat(kept("85354-9")).hasSize(1);
    assertThat(say("deshacer").text()).contains("Quité esto");
    assertThat(kept("85354-9")).isEmpty();
  }

  @Test
  void nothingIsKeptAfterANoOrAnotherMessage() {
    say("my pulse is 71");
    assertThat(say("no").text()).contains("I did not keep it");
    say("my pulse is 71");
    say("what can I eat with diabetes?");
    say("yes");
    say("my pulse is 71");
    assertThat(say("change").text()).contains("as it should be");
    assertThat(kept("8867-4")).isEmpty();
    assertThat(say("my pulse is 77").text()).contains("77 beats/min");
    say("ok");
    assertThat(kept("8867-4")).hasSize(1);
  }

  @Test
  void anOfferEndsWithAPressForAPerson() {
    say("my pulse is 71");
    complete(new Inbound.Web(
        patient, Optional.empty(), conversation, "a person please", Optional.empty(), true));
    say("yes");
    assertThat(kept("8867-4")).isEmpty();
  }

  @Test
  void whatWasKeptIsTakenOutOnRequest() {
    say("I weigh 182 lb");
    say("yes");
    assertThat(kept("29463-7")).hasSize(1);
    assertThat(say("undo").text()).contains("I took this out again: weight 182 lb");
    assertThat(kept("29463-7")).isEmpty();
  }

  /// What stands on a page that cannot be read stays there, and is not said to be gone.
  @Test
  void saysThatAReadingStaysWhereItCannotBeTakenOut() {
    say("I weigh 182 lb");
    say("yes");
    service
        .bean(JdbcClient.class)
        .sql("update measured_page set rows_sealed = :spoilt where subject_id = :s")
        .param("spoilt", new byte[] {1, 2, 3})
        .param("s", subject.id())
        .update();

    assertThat(say("undo").text()).contains("I could not take it out").doesNotContain("again:");
    service
        .bean(JdbcClient.class)
        .sql("delete from measured_page where subject_id = :s")
        .param("s", subject.id())
        .update();
  }

  @Test
  void onlyWhatIsNewIsSaidToBeKeptAndTakenOut() {
    say("my pulse is 71");
    say("yes");
    assertThat(say("my pulse is 71 and my oxygen is 97%").text())
        .contains("71 beats/min")
        .contains("97%");

    assertThat(say("yes").text()).contains("97%").doesNotContain("71 beats/min");
    assertThat(say("undo").text()).contains("97%").doesNotContain("71 beats/min");
    assertThat(kept("59408-5")).isEmpty();
    assertThat(kept("8867-4")).hasSize(1);
  }

  @Test
  void aDangerousReadingIsScreenedBeforeAnybodyAnswers() {
    Turn told = say("my blood pressure is 188 over 112");
    assertThat(told.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
    assertThat(kept("85354-9")).isEmpty();
  }

  @Test
  void withoutConsentToTheRecordNothingIsOffered() {
    grant(Purpose.RECORD, false);
    assertThat(say("my pulse is 74").text()).doesNotContain("Shall I keep");
  }

  @Test
  void aNumberOfWhichNobodyKnowsWhoseItIsIsOfferedNothing() {
    assertThat(text("my oxygen is 97%").text()).doesNotContain("Shall I keep");
  }
}
