package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.workspace.dossier.DossierSamples.line;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;

class EscalationDossierTest {

  private final Escalation open =
      DossierSamples.escalation(Level.EMERGENCY, Escalation.State.OPEN, Optional.empty());

  @Test
  void tellsWhatThePatientWasToldSinceTheTriggerOnceEachAndWhereItWasSaidLast() {
    EscalationDossier dossier = dossier(
        line("m-1", Author.ASSISTANT, "Hello.", -5),
        line("m-2", Author.PATIENT, "my chest hurts", 0),
        line("m-3", Author.ASSISTANT, "Call 911.", 0),
        line("m-4", Author.PROVIDER, "I am here.", 1),
        line("m-5", Author.ASSISTANT, "Call 911.", 2));

    assertThat(dossier.told()).extracting(TranscriptLine::id).containsExactly("m-4", "m-5");
  }

  @Test
  void countsFromItsOpeningWhereTheTriggerWasNotKept() {
    EscalationDossier dossier = dossier(
        line("m-1", Author.ASSISTANT, "Hello.", -5), line("m-3", Author.ASSISTANT, "Call 911.", 1));

    assertThat(dossier.triggerWords()).isEmpty();
    assertThat(dossier.lastWords()).isEmpty();
    assertThat(dossier.told()).extracting(TranscriptLine::id).containsExactly("m-3");
  }

  @Test
  void knowsThePatientsLastWordsAndThoseThatSetTheLevel() {
    EscalationDossier dossier = dossier(
        line("m-2", Author.PATIENT, "my chest hurts", 0),
        line("m-3", Author.PATIENT, "it got worse", 1),
        line("m-4", Author.ASSISTANT, "Call 911.", 1));

    assertThat(dossier.triggerWords()).map(TranscriptLine::text).contains("my chest hurts");
    assertThat(dossier.lastWords()).map(TranscriptLine::text).contains("it got worse");
  }

  @Test
  void asksForCareWhereSomebodyAtHomeMayBeTheDangerAndClaimsSafetyNowhere() {
    assertThat(of("abuse-danger").safeContact()).contains(false);
    assertThat(of("chest-pain", "abuse-disclosure").safeContact()).contains(false);
    assertThat(of("chest-pain").safeContact()).isEmpty();
  }

  @Test
  void saysNothingOfThePatientInALog() {
    assertThat(dossier(line("m-2", Author.PATIENT, "my chest hurts", 0)).toString())
        .doesNotContain("hurts", "Hayes")
        .contains("e-1");
  }

  private EscalationDossier dossier(TranscriptLine... lines) {
    return DossierSamples.dossier(open, List.of(lines), List.of());
  }

  private EscalationDossier of(String... categories) {
    Escalation.Concern now = open.concern();
    Escalation other = new Escalation(
        open.identity(),
        new Escalation.Concern(
            now.conversationId(),
            now.messageId(),
            now.level(),
            List.of(categories),
            now.humanRequested(),
            now.levelAt(),
            now.replyBy(),
            now.round()),
        open.handling(),
        open.resolution(),
        open.changedAt());
    return DossierSamples.dossier(other, List.of(), List.of());
  }
}
