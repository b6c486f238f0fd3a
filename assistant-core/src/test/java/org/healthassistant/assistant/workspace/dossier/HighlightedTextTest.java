package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;

class HighlightedTextTest {

  @Test
  void marksWhatWasSeenAndNothingElse() {
    List<HighlightedText> pieces = HighlightedText.cut(
        "my chest hurts a lot", List.of(mark(3, 14, "chest pain"), mark(9, 20, "much pain")));

    assertThat(pieces)
        .containsExactly(
            new HighlightedText("my ", ""),
            new HighlightedText("chest ", "chest pain"),
            new HighlightedText("hurts", "chest pain; much pain"),
            new HighlightedText(" a lot", "much pain"));
  }

  @Test
  void losesNoCharacterWhateverTheMarks() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text = IntStream.range(0, random.nextInt(30))
          .mapToObj(i -> random.nextBoolean() ? "é" : "x ")
          .collect(Collectors.joining());
      List<Highlight> marks = IntStream.range(0, random.nextInt(5))
          .mapToObj(i -> {
            int start = random.nextInt(40);
            return mark(start, start + random.nextInt(10), "why" + i);
          })
          .toList();

      assertThat(HighlightedText.cut(text, marks).stream()
              .map(HighlightedText::text)
              .collect(Collectors.joining()))
          .as("seed %s", seed)
          .isEqualTo(text);
    }
  }

  private static Highlight mark(int start, int end, String why) {
    return new Highlight("rule", "category", Level.EMERGENCY, start, end, why);
  }
}
