package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.healthassistant.knowledge.StarterIndex;
import org.junit.jupiter.api.Test;

class MessageWindowsTest {
  private final Encoder encoder = StarterIndex.ENCODERS.bilingual();

  @Test
  void makeOneWindowOfAShortMessage() {
    assertThat(MessageWindows.of("  my chest hurts. my arm is numb ", encoder))
        .containsExactly(new Window("my chest hurts. my arm is numb", 2, 32));
  }

  @Test
  void areNoneForABlankMessage() {
    assertThat(MessageWindows.of(" \n ", encoder)).isEmpty();
  }

  @Test
  void keepSentencesWhole() {
    String sentence = "I have had a very bad headache since the day before yesterday. ";
    List<Window> windows = MessageWindows.of(sentence.repeat(20), encoder);

    assertThat(windows)
        .hasSizeGreaterThan(2)
        .allSatisfy(window -> assertThat(window.text()).endsWith("yesterday."));
  }

  @Test
  void coverAMessageOfThousandsOfCharacters() {
    String text = "I took my pills this morning and then my head began to hurt a lot. ".repeat(52);
    List<Window> windows = MessageWindows.of(text, encoder);

    assertCoversInOrder(text, windows, "fixed");
  }

  @Test
  void keepBothEndsOfAHugeMessage() {
    String text = "start here " + "filler words again ".repeat(3_000) + "my chest hurts";
    List<Window> windows = MessageWindows.of(text, encoder);

    assertThat(windows).hasSize(16);
    assertThat(windows.getFirst().text()).startsWith("start here");
    assertThat(windows.getLast().text()).endsWith("my chest hurts");
  }

  @Test
  void cutWhatHasNoSpaces() {
    List<Window> windows = MessageWindows.of("😀".repeat(500), encoder);

    assertThat(windows).allSatisfy(window -> {
      assertThat(encoder.tokens(window.text())).isLessThanOrEqualTo(MessageWindows.TOKENS);
      assertThat(Character.isHighSurrogate(window.text().charAt(0))).isTrue();
    });
  }

  @Test
  void fitAndCoverAnyMessage() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] words = {
      "fever",
      "me",
      "duele",
      "xyzzyqqq",
      ".",
      "!",
      "hemoglobina",
      "a",
      "ñandú",
      "6.5",
      "\n",
      "120/80"
    };
    for (int round = 0; round < 40; round++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(250), 0, words.length)
          .forEach(i -> text.append(words[i]).append(' '));
      assertCoversInOrder(
          text.toString(), MessageWindows.of(text.toString(), encoder), "seed " + seed);
    }
  }

  private void assertCoversInOrder(String text, List<Window> windows, String named) {
    int last = 0;
    StringBuilder between = new StringBuilder();
    assertThat(windows).as(named).hasSizeLessThanOrEqualTo(MessageWindows.WINDOWS);
    for (Window window : windows) {
      assertThat(encoder.tokens(window.text()))
          .as(named)
          .isLessThanOrEqualTo(MessageWindows.TOKENS);
      assertThat(window.text()).as(named).isEqualTo(text.substring(window.start(), window.end()));
      between.append(text, last, window.start());
      last = window.end();
    }
    assertThat(between.append(text.substring(last)).toString()).as(named).isBlank();
  }
}
