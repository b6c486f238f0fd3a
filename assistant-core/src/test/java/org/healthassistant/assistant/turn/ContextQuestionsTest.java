package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What an answer depends on is asked back through the corridor, by web and by text.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContextQuestionsTest extends OneConversation {

  ContextQuestionsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void asksByWebWithChoicesAndAnswersByOne() {
    Turn asked = say("can i take ibuprofen");
    assertThat(asked.action()).isEqualTo("clarify");
    assertThat(asked.suggestions()).hasSize(4).first().isEqualTo("Yes, pregnant");
    assertThat(asked.triage().messageLevel()).isEqualTo("SELF_CARE");

    Turn answer = say("Yes, pregnant");

    assertThat(answer.action()).as(answer.text()).isEqualTo("answer");
    assertThat(answer.text()).containsIgnoringCase("pregnan");
    assertThat(answer.triage().messageLevel()).isEqualTo("SELF_CARE");
    assertThat(open()).isEmpty();
  }

  @Test
  void asksByTextWithLettersAndAnswersByOne() {
    Turn asked = text("puedo tomar ibuprofeno");
    assertThat(asked.action()).isEqualTo("clarify");
    assertThat(asked.text())
        .contains("A: Sí, embarazada. B: Sí, da pecho. C: No. D: No sé. Responda con la letra");

    Turn answer = text("A");

    assertThat(answer.action()).as(answer.text()).isEqualTo("answer");
    assertThat(answer.text()).containsIgnoringCase("embaraz");
  }

  @Test
  void givesTheGeneralAnswerToOneWhoDoesNotKnow() {
    say("can i take ibuprofen");
    Turn answer = say("i don't know");

    assertThat(answer.action()).isEqualTo("answer");
    assertThat(answer.text()).startsWith("All right. This is what holds for most people.");
    assertThat(answer.citations()).isNotEmpty();
  }

  @Test
  void asksAtMostTwiceInARow() {
    Turn turn = say("can i take ibuprofen");
    int asked = 0;
    for (String reply : new String[] {"no", "34", "none", "no"}) {
      if (turn.action().equals("clarify")) {
        asked++;
        turn = say(reply);
      }
    }
    assertThat(asked).isBetween(1, 2);
    assertThat(turn.action()).isEqualTo("answer");
  }

  @Test
  void asksNothingWhereDangerWasFound() {
    say("my chest hurts really bad and my arm is numb");
    Turn after = say("can i take ibuprofen");

    assertThat(after.action()).isNotEqualTo("clarify");
  }

  @Test
  void answersAnotherQuestionInstead() {
    say("can i take ibuprofen");
    Turn other = say("what foods have iron?");

    assertThat(other.action()).isEqualTo("answer");
    assertThat(other.text()).containsIgnoringCase("iron");
  }

  @Test
  void readsEveryKindOfReplyWithoutAlarm() {
    for (String reply : new String[] {
      "pregnant",
      "estoy embarazada",
      "no",
      "breastfeeding",
      "72",
      "2 semanas",
      "metformin",
      "since tuesday"
    }) {
      say("can i take ibuprofen");
      Turn turn = say(reply);
      assertThat(turn.triage().messageLevel()).as(reply).isEqualTo("SELF_CARE");
      assertThat(turn.action()).as(reply + ": " + turn.text()).isIn("answer", "clarify");
      if (turn.action().equals("clarify")) {
        say("idk");
      }
    }
  }
}
