package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no rule was made for: other languages, signs without words, broken characters. Taken,
/// answered, and never thrown at; on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BadInputTest extends OneConversation {

  BadInputTest(TestDatabase database) {
    super(database);
  }

  static Stream<String> strange() {
    return Stream.of(
        "\ud83d\ude2d".repeat(2000),
        "pain \ude2d\ud83d in my chest",
        "\u202etsehc ym ni niap\u202c",
        "\u200f\u200e\u2067\u2069 hello \u061c",
        "\ufffd\ufffd\ufffdabc\ufffd",
        "a\u0300".repeat(1500),
        "\ufeffwhat can I eat?",
        "e" + "\u0301".repeat(3000),
        "\u0001\u0007\u001b[31m",
        "?".repeat(4000),
        "\u1f4a9 \u0000 null");
  }

  @ParameterizedTest
  @MethodSource("strange")
  void isTakenAndAnswered(String text) {
    Turn turn = say(text);

    assertThat(turn.messageId()).isNotEmpty();
    assertThat(turn.triage().findings()).noneMatch(f -> f.rule().equals("screen-failed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \u200b\u200e ", "\ud83d"})
  void isRefusedWhereThereIsNothingToSee(String text) {
    assertThat(service
            .bean(Corridor.class)
            .accept(new Inbound.Web(
                patient, Optional.empty(), conversation, text, Optional.empty(), false)))
        .isInstanceOf(Accepted.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"J'ai très mal au ventre depuis hier", "我的肚子很疼", "estou com dor nas costas"})
  void asksBackAnotherLanguageOnceAndLosesNone(String text) {
    Turn asked = say(text);

    assertThat(asked.action()).as(asked.text()).isEqualTo("clarify");
    assertThat(asked.text()).contains("English and Spanish", "inglés y español", "911");
    expire(asked);
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
  }

  @Test
  void readsWhatIsThenSaidInALanguageOfOurs() {
    say("je suis malade depuis trois jours");

    assertThat(say("my chest hurts really bad and my arm is numb").action()).isEqualTo("emergency");
  }
}
