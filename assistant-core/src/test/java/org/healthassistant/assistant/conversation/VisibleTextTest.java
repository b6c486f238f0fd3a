package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t",
        "\u00A0",
        "\u200B",
        "\uFEFF\u2060",
        "\u200D \u00AD",
        "\u3164",
        "\u0301"
      })
  void findsNothingToSee(String text) {
    assertThat(VisibleText.isMissing(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".", "\u200Bok\u200B", "\uD83D\uDE42", "\u00BF", "1"})
  void findsWhatIsSeen(String text) {
    assertThat(VisibleText.isMissing(text)).isFalse();
  }
}
