package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;

class PendingVectorsTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Library library = TestService.on(TestDatabase.H2).bean(Library.class);

  @Test
  void giveOneWindowOfAShortMessageWhole() {
    String text = "my knee hurts";

    List<WindowEmbedding> windows = library.begin(text).windows(LONG).orElseThrow();

    assertThat(windows).singleElement().satisfies(window -> {
      assertThat(window.start()).isZero();
      assertThat(window.end()).isEqualTo(text.length());
      assertThat(length(window.vector())).isCloseTo(1, within(1e-3));
      assertThat(window.toString()).isEqualTo("WindowEmbedding[0..13, REDACTED]");
    });
  }

  @Test
  void coverALongMessageInItsOrder() {
    String text = "I like to read about food and walks in the park. ".repeat(20);

    List<WindowEmbedding> windows = library.begin(text).windows(LONG).orElseThrow();

    assertThat(windows).hasSizeGreaterThan(1);
    assertThat(windows).extracting(WindowEmbedding::start).isSorted();
    assertThat(windows.getLast().end()).isLessThanOrEqualTo(text.length());
  }

  @Test
  void areThereAtOnceForABlankMessage() {
    assertThat(library.begin("  ").windows(Duration.ZERO)).contains(List.of());
  }

  @Test
  void giveAShortMessagesVectorToItsQuestionToo() {
    PendingVectors vectors = library.begin("my knee hurts");
    float[] window = vectors.windows(LONG).orElseThrow().getFirst().vector();

    vectors.beginQuestion();

    assertThat(vectors.question(LONG).orElseThrow().bilingual()).isEqualTo(window);
  }

  @Test
  void areTheSameHoweverOftenTheyAreAskedFor() {
    PendingVectors vectors = library.begin("my knee hurts");

    assertThat(vectors.question(LONG).orElseThrow())
        .isSameAs(vectors.question(LONG).orElseThrow());
  }

  private static double length(float[] vector) {
    double sum = 0;
    for (float x : vector) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
