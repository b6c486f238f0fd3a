package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.frame.TestTexts;
import org.junit.jupiter.api.Test;

class EscalationHeadlinesTest {

  private final EscalationHeadlines headlines = new EscalationHeadlines(TestTexts.english());

  @Test
  void tellsHowLongThePatientHasWaitedAndHowMuchIsLeft() {
    EscalationHeadline head = write(Escalation.State.OPEN, false);

    assertThat(head.levelWord()).isEqualTo("Emergency");
    assertThat(head.who()).isEqualTo("Robert Hayes");
    assertThat(head.categories()).isEqualTo("Chest pain");
    assertThat(head.owner()).isEqualTo("Nobody yet");
    assertThat(head.waiting().waited()).isEqualTo("10 min");
    assertThat(head.waiting().target()).contains("5 min");
    assertThat(head.late()).isFalse();
    assertThat(head.open()).isTrue();
    assertThat(head.href()).isEqualTo("/workspace/escalations/e-1");
    assertThat(head.call().any()).isFalse();
  }

  @Test
  void asksForACallWhereTextsDoNotGetThroughUnlessItIsResolved() {
    assertThat(write(Escalation.State.OPEN, true).call().any()).isTrue();
    assertThat(write(Escalation.State.RESOLVED, true).call().any()).isFalse();
    assertThat(write(Escalation.State.RESOLVED, true).open()).isFalse();
  }

  @Test
  void asksForACallWhereAReplyIsUnseenForTooLong() {
    Escalation e = escalation(Escalation.State.ACKNOWLEDGED);

    EscalationHeadline head = headlines.write(
        e, DossierSamples.item(e, false), TestTexts.NOW.minus(Duration.ofMinutes(7)));

    assertThat(head.call().any()).isTrue();
    assertThat(head.call().unseenFor()).isEqualTo("7 min");
    assertThat(head.owner()).isEqualTo("Ana Reyes");
  }

  @Test
  void saysNothingOfThePatientInALog() {
    assertThat(write(Escalation.State.OPEN, false).toString()).doesNotContain("Hayes", "hest");
  }

  private EscalationHeadline write(Escalation.State state, boolean cannotText) {
    Escalation e = escalation(state);
    return headlines.write(e, DossierSamples.item(e, cannotText), null);
  }

  private static Escalation escalation(Escalation.State state) {
    return DossierSamples.escalation(
        Level.EMERGENCY,
        state,
        state == Escalation.State.OPEN ? Optional.empty() : Optional.of("nurse-ana"));
  }
}
