package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rest. [c1] Drink water. [c2] | Rest. c1; Drink water. c2",
        "Rest [c1]. Drink water [c2]. | Rest. c1; Drink water. c2",
        "Rest. Drink water. [c1] | Rest. ; Drink water. c1",
        "Rest. [c1][r1] | Rest. c1 r1",
        "- Rest. [c1] | Rest. c1",
        "1) Rest. [c1] | Rest. c1",
        "Rest. [c] [cx] [d1] | Rest. ; [c] [cx] [d1] ",
        "Rest [c1 | Rest [c1 ",
        "Rest. [c1, r2] Walk. [c2;c3] | Rest. c1 r2; Walk. c2 c3",
        "**Rest.** [c1] | **Rest.** c1",
        "<think>Is it rest? [c1] No. [c1]</think> Rest. [c1] | Rest. c1",
        "<THINKING>hm Rest. [c1] | ",
        "Is it rest? It is. [c1]</think>Rest. [c1] | Rest. c1",
        "It is rest</think> Walk. [c1] | Walk. c1",
        "Rest. [c1]<eos> Walk. [c1] | Rest. c1",
        "Rest. [c1]</s>Walk. [c1] | Rest. c1",
        "A level < 3 is low. [c1] | A level < 3 is low. c1",
        "Rest.. [c1] | Rest. c1"
      })
  void readsEachSentenceWithTheIdsThatEndIt(String written, String expected) {
    String shown = ModelText.read(written).stream()
        .map(sentence -> sentence.text() + " "
            + sentence.ids().stream().sorted().collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
    assertThat(shown.strip()).isEqualTo(expected == null ? "" : expected.strip());
  }

  /// The same however the stream is cut, and a sentence as soon as the next begins.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void readsTheSameInPiecesOfAnyLength(int length) {
    String written =
        "<think>Well. [c9]</think>\n## Food\n- Rest. [c1]\n- Drink water. [c1][c2] Walk";
    ModelText reader = new ModelText();
    List<ModelText.Marked> closed = new ArrayList<>();
    for (int at = 0; at < written.length(); at += length) {
      closed.addAll(reader.add(written.substring(at, Math.min(written.length(), at + length))));
    }

    assertThat(closed)
        .extracting(ModelText.Marked::text)
        .containsExactly("## Food", "Rest.", "Drink water.");
    assertThat(reader.end())
        .as("asked for only where the model came to its own end")
        .extracting(ModelText.Marked::text)
        .containsExactly("Walk");
  }
}
