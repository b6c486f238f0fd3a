package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of a patient's word that the record is wrong, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecordCorrectionsTest {

  private static final String PATIENT = "dana-whitfield";

  private final TestService service;
  private final Subject subject;
  private final String conversation;

  RecordCorrectionsTest(TestDatabase database) {
    service = TestService.on(database);
    subject = service.bean(Subjects.class).ensurePatient(PATIENT);
    conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    close();
  }

  @AfterEach
  void close() {
    open()
        .ifPresent(e -> service
            .bean(EscalationDesk.class)
            .resolve(e.id(), "nurse-ana", "advised", null, Optional.empty()));
  }

  private Turn say(String text) {
    Corridor corridor = service.bean(Corridor.class);
    Accepted.Stored stored = (Accepted.Stored) corridor.accept(
        new Inbound.Web(PATIENT, Optional.empty(), conversation, text, Optional.empty(), false));
    return corridor.complete(stored.messageId()).orElseThrow();
  }

  private Optional<Escalation> open() {
    return service.bean(Escalations.class).open(subject.id());
  }

  @Test
  void whatWasShownAndThePatientsWordsReachTheInboxAndNobodyIsPaged() {
    Turn shown = say("what is my last A1c?");
    assertThat(shown.citations()).anyMatch(Turn.RecordItem.class::isInstance);
    Turn wrong = say("That is wrong, I had a new test last week");
    assertThat(wrong.text())
        .contains("Your care team sees what I showed you and what you wrote.")
        .contains("it stays as it is");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
    assertThat(service
            .bean(Messages.class)
            .find(wrong.messageId())
            .orElseThrow()
            .decision()
            .orElseThrow()
            .findings())
        .extracting(finding -> finding.explanation())
        .anySatisfy(text -> assertThat(text).contains("A1c").contains("Observation/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eso está mal", "Pero eso no es correcto", "mi expediente está mal"})
  void isHeardInSpanish(String text) {
    say("¿qué medicinas tomo?");
    Turn wrong = say(text);
    assertThat(wrong.text()).contains("Su equipo de salud ve lo que le mostré");
    assertThat(open()).isPresent();
  }

  @Test
  void isNoneWhereNothingOfTheRecordWasShown() {
    say("how do I stop smoking?");
    say("that is wrong");
    assertThat(open()).isEmpty();
  }
}
