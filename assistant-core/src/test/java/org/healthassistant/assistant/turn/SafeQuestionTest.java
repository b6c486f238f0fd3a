package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether the person is safe, asked by the wording of a danger: what is answered through the
/// corridor, and what follows from silence, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SafeQuestionTest extends OneConversation {

  private static final String TODAY = "sometimes i think everyone would be better off without me";
  private static final String NOW = "i want to kill myself tonight";
  private static final String HIT = "my husband hits me when he drinks, he is at work";

  SafeQuestionTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "not really", "no estoy segura", "nope", "No."})
  void takesANoUpToAnEmergencyOfThatCategory(String no) {
    Turn asked = say(TODAY);
    assertThat(asked.text()).contains("are you safe right now?");
    assertThat(asked.triage().messageLevel()).isEqualTo("SAME_DAY");

    Turn up = say(no);

    assertThat(up.action()).isEqualTo("emergency");
    assertThat(up.triage().categories()).contains("suicide-passive");
    assertThat(up.text()).contains("988").doesNotContain("safe right now?", "a salvo ahora?");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.EMERGENCY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes I'm safe", "sí", "estoy a salvo"})
  void tellsAYesTruthfullyAndLowersNothing(String yes) {
    say(NOW);
    Turn told = say(yes);

    assertThat(told.triage().messageLevel()).isEqualTo("ROUTINE");
    assertThat(told.triage().level()).isEqualTo("EMERGENCY");
    assertThat(told.text()).contains("988").containsAnyOf("can read that now", "puede leer");
    assertThat(message(told.messageId()).decision().orElseThrow().findings())
        .anySatisfy(f -> assertThat(f.rule()).isEqualTo("asked-safe-yes"));
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.EMERGENCY));
  }

  @Test
  void understandsAnAnswerAfterAnotherMessage() {
    say(HIT);
    assertThat(say("what can I eat with type 2 diabetes?").triage().messageLevel())
        .isEqualTo("SELF_CARE");

    Turn up = say("no");

    assertThat(up.action()).isEqualTo("emergency");
    assertThat(up.triage().categories()).anyMatch(category -> category.startsWith("abuse"));
  }

  @Test
  void readsANoThatNothingWasAskedBeforeAsNothing() {
    assertThat(say("no").triage().messageLevel()).isEqualTo("SELF_CARE");
  }

  @Test
  void pagesAnewAtSilenceAndWritesNothingToThePatient() {
    Turn asked = say(TODAY);
    int round = open().orElseThrow().round();
    String before = lastReply();
    assertThat(task(Duration.ofMinutes(29)).run(asked.messageId()))
        .isInstanceOf(TaskHandler.Next.Again.class);
    assertThat(kinds()).doesNotContain(EventKind.NO_ANSWER);

    expire(asked);
    expire(asked);

    assertThat(kinds()).containsOnlyOnce(EventKind.NO_ANSWER);
    assertThat(open().orElseThrow().round()).isEqualTo(round + 1);
    assertThat(open().orElseThrow().level()).isEqualTo(Level.SAME_DAY);
    assertThat(lastReply()).isEqualTo(before);
    assertThat(say("no").action()).isEqualTo("emergency");
  }

  @Test
  void keepsAnEmergencysOwnStepsAtSilence() {
    Turn asked = say(NOW);
    int round = open().orElseThrow().round();

    expire(asked);

    assertThat(kinds()).containsOnlyOnce(EventKind.NO_ANSWER);
    assertThat(open().orElseThrow().round()).isEqualTo(round);
  }

  @Test
  void isNotSilentWhoAnswered() {
    Turn asked = say(TODAY);
    say("yes");

    expire(asked);

    assertThat(kinds()).doesNotContain(EventKind.NO_ANSWER);
  }

  @Test
  void hearsAnAnswerByTextOfSomebodyWhoWantsNoTexts() {
    assertThat(text(NOW).action()).isEqualTo("emergency");
    complete(sms("STOP", Inbound.Keyword.STOP));

    assertThat(text("no").action()).isEqualTo("emergency");
  }

  private List<EventKind> kinds() {
    return service.bean(Escalations.class).history(open().orElseThrow().id()).stream()
        .map(EscalationEvent::kind)
        .toList();
  }
}
