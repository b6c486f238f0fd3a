package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.assistant.workspace.action.Action;
import org.healthassistant.assistant.workspace.action.Actions;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationDossierReader;
import org.healthassistant.assistant.workspace.dossier.SbarWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What follows when a person says that calls and texts are not safe, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SafeContactTest extends OneConversation {

  private static final String NEUTRAL = "Thank you for your message; in an emergency call 911.";
  private static final String NEUTRAL_ES =
      "Gracias por su mensaje; en una emergencia llame al 911.";

  SafeContactTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't call me, he checks my phone", "no me llame, mi esposo revisa el teléfono",
        "please dont call me my husband is home", "it is not safe to text me"
      })
  void keepsWhatAPersonSaysAndTellsTheCareTeam(String said) {
    Turn turn = text(said);

    assertThat(turn.text()).isIn(NEUTRAL, NEUTRAL_ES);
    assertThat(turn.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(contact().isUnsafe(texter())).isTrue();
    assertThat(kinds()).contains(EventKind.CONTACT_UNSAFE);
    EscalationDossier dossier =
        service.bean(EscalationDossierReader.class).find(opened().id()).orElseThrow();
    assertThat(dossier.safeContact()).contains(false);
    assertThat(dossier.item().contactUnsafe()).isTrue();
    assertThat(service.bean(SbarWriter.class).write(dossier).recommendation())
        .anyMatch(line -> line.text().contains("calls or texts are not safe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "please dont call before 9, i am at work", "dont call me, call my husband",
        "no me llame en la mañana, mejor mande mensaje", "can you text me the address?"
      })
  void keepsNothingOfAWishThatIsNone(String said) {
    text(said);

    assertThat(contact().isUnsafe(texter())).isFalse();
  }

  @Test
  void answersWhatThePatientStartsByOneNeutralSentence() {
    text("dont text me he reads my texts");

    assertThat(text("what can I eat with type 2 diabetes?").text()).isEqualTo(NEUTRAL);
    assertThat(text("I have a headache").text()).isEqualTo(NEUTRAL);
    Turn emergency = text("my chest hurts really bad and my arm is numb");
    assertThat(emergency.action()).isEqualTo("emergency");
    assertThat(emergency.text()).isEqualTo(NEUTRAL);
    assertThat(complete(sms("STOP", Inbound.Keyword.STOP)).text()).contains("START");
  }

  @Test
  void startsNoTextWhileItIsSet() {
    text("dont call me, my boyfriend checks my phone");
    Escalation open = opened();

    assertThatThrownBy(() -> service
            .bean(Actions.class)
            .perform(open.id(), nurse(), new Action.Reply("Can you talk?")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.code().code()).isEqualTo("contact-unsafe"));
    EscalationDesk desk = service.bean(EscalationDesk.class);
    desk.reply(open.id(), "nurse-ana", "Can you talk?", null);
    assertThat(texts("PROVIDER")).containsOnly("SUPPRESSED contact-unsafe");
  }

  @Test
  void isLiftedByAClinicianAlone() {
    text("dont call me, my boyfriend checks my phone");
    text("its safe now");
    assertThat(contact().isUnsafe(texter())).isTrue();
    Actions actions = service.bean(Actions.class);
    Escalation open = opened();

    actions.perform(open.id(), nurse(), new Action.ContactSafe());

    assertThat(contact().isUnsafe(texter())).isFalse();
    assertThat(kinds()).containsOnlyOnce(EventKind.CONTACT_SAFE);
    actions.perform(open.id(), nurse(), new Action.Reply("Can you talk?"));
    assertThat(texts("PROVIDER")).doesNotContain("SUPPRESSED contact-unsafe").isNotEmpty();
    assertThat(text("what can I eat with type 2 diabetes?").text()).isNotEqualTo(NEUTRAL);
  }

  @Test
  void takesANoToTheQuestionOfAbuseForIt() {
    assertThat(text("my husband hits me when he drinks, he is at work").text())
        .contains("is it safe to write here?");
    assertThat(contact().isUnsafe(texter())).isFalse();

    assertThat(text("no").text()).isEqualTo(NEUTRAL);
    assertThat(contact().isUnsafe(texter())).isTrue();
  }

  @Test
  void changesNoReplyByWebButTellsTheCareTeam() {
    Turn turn = say("don't call me, he checks my phone");

    assertThat(turn.text()).contains("800-799-7233");
    assertThat(contact().isUnsafe(subject.id())).isTrue();
  }

  private static Caller nurse() {
    return new Caller(
        Caller.Kind.PROVIDER, "nurse-ana", "Ana Reyes, RN", Set.of(Role.NURSE), Optional.empty());
  }

  private List<String> texts(String purpose) {
    return service
        .bean(JdbcClient.class)
        .sql("""
            select state, error from outbox where subject_id = :subject and purpose = :purpose
            """)
        .param("subject", texter())
        .param("purpose", purpose)
        .query((row, number) -> row.getString("state") + " " + row.getString("error"))
        .list();
  }

  private SafeContact contact() {
    return service.bean(SafeContact.class);
  }

  private String texter() {
    PhoneNumbers numbers = service.bean(PhoneNumbers.class);
    return numbers.find(numbers.hashOf(phone)).orElseThrow().subjectId();
  }

  private Escalation opened() {
    return service.bean(Escalations.class).open(texter()).orElseThrow();
  }

  private List<EventKind> kinds() {
    return service.bean(Escalations.class).history(opened().id()).stream()
        .map(EscalationEvent::kind)
        .toList();
  }
}
