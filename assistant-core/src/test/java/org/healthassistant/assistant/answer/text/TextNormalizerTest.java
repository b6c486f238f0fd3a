package org.healthassistant.assistant.answer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Can't BREATHE | can not breathe",
        "don’t | do not",
        "niño’s | nino",
        "1–2 | 1-2",
        "Él está | el esta"
      })
  void foldsCaseAccentsAndContractions(String text, String folded) {
    assertThat(TextNormalizer.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "take 2.5 mg, now. | take/2.5/mg/,/now/.",
        "120/80 at 10:30 | 120/80/at/10:30",
        "over-the-counter | over-the-counter",
        "5% | 5/%",
        "-5 | -/5"
      })
  void cutsWordsNumbersAndMarks(String text, String parts) {
    assertThat(String.join("/", TextNormalizer.cut(text))).isEqualTo(parts);
  }

  @Test
  void losesNothingButWhiteSpaceWhenCutting() {
    long seed = 19;
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(30); left > 0; left--) {
        text.append("ab1. ,/-:ñ%\n\t".charAt(random.nextInt(13)));
      }
      assertThat(String.join("", TextNormalizer.cut(text.toString())))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }

  @Test
  void hearsWholeWordsOnly() {
    String plain = PhraseMatcher.plain("  Is CHOLESTEROL, high?! ");
    assertThat(plain).isEqualTo(" is cholesterol high ");
    assertThat(PhraseMatcher.anyIn(plain, List.of("cholesterol high"))).isTrue();
    assertThat(PhraseMatcher.anyIn(plain, List.of("chol"))).isFalse();
    assertThat(PhraseMatcher.anyFirst(plain, List.of("is"))).isTrue();
    assertThat(PhraseMatcher.anyFirst(plain, List.of("cholesterol"))).isFalse();
  }
}
