package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokeniserTest {

  private final Tokeniser tokeniser = new Tokeniser(new Folding(Map.of((int) '’', "'")));

  /// Words with a `,` before those behind a soft pause and a `.` before those behind a hard one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My chest hurts | my chest hurts",
        "can't breathe | cant breathe",
        "can’t | cant",
        "k!ll me! Now | k!ll me .now",
        "no fever, no cough. Pain | no fever ,no cough .pain",
        "took 2.5 mg at 10:30 | took 2.5 mg at 10:30",
        "120/80 | 120/80",
        "well-being | well being",
        "pain - bad | pain ,bad",
        "pain; bad | pain .bad",
        "f**k | f**k",
        "a.b.c | a b c",
        "(maybe) | ,maybe",
        "2pills | 2pills"
      })
  void cutsWordsAndNotesThePauseBeforeEach(String text, String expected) {
    assertThat(shown(tokeniser.words(text))).isEqualTo(expected);
  }

  @Test
  void givesEachWordItsPlaceInTheTextAsWritten() {
    long seed = 3;
    var random = new Random(seed);
    var pieces = List.of("my", "Chést", " ", ", ", ". ", "🙂", "can't", "2.5", "k!ll", "\n", "-");
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      int last = 0;
      for (Word word : tokeniser.words(text.toString())) {
        assertThat(word.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(last);
        assertThat(word.end()).as("seed %d: %s", seed, text).isGreaterThan(word.start());
        last = word.end();
      }
      assertThat(last).isLessThanOrEqualTo(text.length());
    }
  }

  private static String shown(List<Word> words) {
    return words.stream()
        .map(word -> switch (word.before()) {
          case NONE -> word.form();
          case SOFT -> "," + word.form();
          case HARD -> "." + word.form();
        })
        .collect(Collectors.joining(" "));
  }
}
