package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  private final Folding folding =
      new Folding(Map.of((int) 'а', "a", (int) '’', "'", 0x1F52A, "knife", (int) '¿', ""));

  @ParameterizedTest
  @CsvSource({
    "A, a",
    "é, e",
    "Ñ, n",
    "ｃ, c",
    "ﬁ, fi",
    "①, 1",
    "а, a",
    "’, ''''",
    "ß, ß",
    "🔪, knife",
    "🙂, 🙂",
    "½, 1⁄2"
  })
  void writesACharacterAsWhatItLooksLike(String written, String folded) {
    assertThat(folding.fold(written.codePointAt(0))).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"0x200B", "0x0301", "0x00AD", "0x0007", "0x20DD", "0xBF"})
  void dropsWhatCannotBeSeen(String codePoint) {
    assertThat(folding.fold(Integer.decode(codePoint))).isEmpty();
  }

  @Test
  void keepsWhiteSpace() {
    assertThat(folding.fold('\n')).isEqualTo("\n");
    assertThat(folding.fold('\t')).isEqualTo("\t");
  }

  @Test
  void foldsNothingFurtherThatIsFolded() {
    for (int codePoint = 0; codePoint < 0xD800; codePoint++) {
      String once = folding.fold(codePoint);
      String twice = once.codePoints().mapToObj(folding::fold).collect(Collectors.joining());
      assertThat(twice).as("U+%04X", codePoint).isEqualTo(once);
    }
  }
}
