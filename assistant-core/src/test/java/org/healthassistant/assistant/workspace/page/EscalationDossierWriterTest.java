package org.healthassistant.assistant.workspace.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.workspace.dossier.DossierSamples.line;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.delivery.SendState;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.assistant.workspace.dossier.DossierSamples;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.Highlight;
import org.healthassistant.assistant.workspace.dossier.TranscriptLine;
import org.healthassistant.assistant.workspace.frame.TestTexts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EscalationDossierWriterTest {

  private static final Caller ANA = caller("nurse-ana", Role.NURSE);
  private static final Caller BEN = caller("dr-okafor", Role.PHYSICIAN);
  private static final Caller LEE = caller("admin-lee", Role.ADMIN);

  private final EscalationDossierWriter writer = EscalationDossierWriterTest.writer();

  @Nested
  class WhatTheReaderMayDo {

    @Test
    void letsAnyClinicianTakeWhatNobodyHas() {
      EscalationDossier waiting = dossier(Escalation.State.NOTIFIED, "", "");

      assertThat(may(waiting, ANA)).isEqualTo(allowed(true, true, true, false));
      assertThat(may(waiting, LEE)).isEqualTo(allowed(false, false, false, false));
    }

    @Test
    void letsNobodyAcknowledgeTwice() {
      EscalationDossier taken = dossier(Escalation.State.ACKNOWLEDGED, "nurse-ana", "");

      assertThat(may(taken, ANA)).isEqualTo(allowed(true, false, true, false));
      assertThat(may(taken, BEN)).isEqualTo(allowed(true, false, true, false));
    }

    @Test
    void letsWhoHasTheConversationHandItBackAndOthersTakeItOver() {
      EscalationDossier over = dossier(Escalation.State.ACKNOWLEDGED, "nurse-ana", "nurse-ana");

      assertThat(may(over, ANA)).isEqualTo(allowed(true, false, false, true));
      assertThat(may(over, BEN)).isEqualTo(allowed(true, false, true, false));
    }

    @Test
    void letsNobodyActOnWhatIsResolved() {
      assertThat(may(dossier(Escalation.State.RESOLVED, "nurse-ana", "nurse-ana"), ANA))
          .isEqualTo(allowed(false, false, false, false));
    }
  }

  @Nested
  class HowAMessageIsShown {

    @Test
    void saysWhetherAReplyWasSeenAndNothingOfThePatientsOwnWords() {
      assertThat(shown(line("m-2", Author.PATIENT, "ouch", 0)).status()).isEmpty();
      assertThat(shown(line("m-3", Author.PROVIDER, "hello", 0)).status()).isNotEmpty();
    }

    @Test
    void warnsOfATextThatDidNotGetThrough() {
      Set<SendState> lost = Set.of(SendState.FAILED, SendState.UNKNOWN, SendState.SUPPRESSED);
      for (SendState state : SendState.values()) {
        EscalationDossierView.Told told = shown(bySms(state));

        assertThat(told.failed()).as("%s", state).isEqualTo(lost.contains(state));
        assertThat(told.status()).as("%s", state).isNotEmpty();
      }
    }

    @Test
    void namesARuleOnceHoweverOftenItSawSomething() {
      Highlight first = mark("chest-pain-01", 0, 2);
      TranscriptLine line = line(
          "m-2", Author.PATIENT, "ouch", 0, first, mark("chest-pain-01", 1, 3), mark("r-2", 0, 1));

      assertThat(shown(line).saw())
          .extracting(Highlight::rule)
          .containsExactly("chest-pain-01", "r-2");
    }
  }

  @Test
  void putsTheReasonBeforeTheLongBackground() {
    EscalationDossierView view = writer.view(dossier(Escalation.State.OPEN, "", ""), ANA);

    assertThat(view.sbar())
        .extracting(EscalationDossierView.Part::title)
        .containsExactly("Situation", "Assessment", "Recommendation", "Background");
    assertThat(view.sbar().getFirst().lines().getFirst().href()).isEqualTo("#reach");
  }

  @Test
  void saysNothingOfThePatientInALog() {
    assertThat(writer.view(dossier(Escalation.State.OPEN, "", ""), ANA).toString())
        .doesNotContain("Hayes", "5551230001");
  }

  private static EscalationDossierWriter writer() {
    var texts = TestTexts.english();
    return new EscalationDossierWriter(
        DossierSamples.headlines(texts), DossierSamples.sbar(texts), texts);
  }

  private EscalationDossierView.Permissions may(EscalationDossier dossier, Caller caller) {
    return writer.view(dossier, caller).may();
  }

  private EscalationDossierView.Told shown(TranscriptLine line) {
    Escalation open =
        DossierSamples.escalation(Level.EMERGENCY, Escalation.State.OPEN, Optional.empty());
    return writer
        .view(DossierSamples.dossier(open, List.of(line), List.of()), ANA)
        .transcript()
        .getFirst();
  }

  private static TranscriptLine bySms(SendState delivery) {
    return new TranscriptLine(
        "m-3",
        "c-1",
        Channel.SMS,
        Author.ASSISTANT,
        null,
        "hello",
        TestTexts.NOW,
        null,
        delivery,
        null,
        List.of(),
        false);
  }

  private static Highlight mark(String rule, int start, int end) {
    return new Highlight(rule, "chest-pain", Level.EMERGENCY, start, end, "Pain");
  }

  private static EscalationDossierView.Permissions allowed(
      boolean act, boolean acknowledge, boolean takeOver, boolean handBack) {
    return new EscalationDossierView.Permissions(act, acknowledge, takeOver, handBack);
  }

  /// @param assignee empty: nobody
  /// @param takenOverBy empty: nobody
  private static EscalationDossier dossier(
      Escalation.State state, String assignee, String takenOverBy) {
    return DossierSamples.dossier(
        DossierSamples.escalation(Level.EMERGENCY, state, given(assignee)),
        List.of(),
        List.of(),
        Optional.of(DossierSamples.person()),
        given(takenOverBy));
  }

  private static Optional<String> given(String id) {
    return Optional.of(id).filter(some -> !some.isEmpty());
  }

  private static Caller caller(String id, Role role) {
    return new Caller(Caller.Kind.PROVIDER, id, id, Set.of(role), Optional.empty());
  }
}
