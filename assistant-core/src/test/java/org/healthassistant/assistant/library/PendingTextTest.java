package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;

class PendingTextTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Library library = TestService.on(TestDatabase.H2).bean(Library.class);

  @Test
  void giveAReadingOfEachPart() {
    List<TextReading> readings = library
        .begin(
            "my knee hurts, my chest hurts", List.of("my knee hurts", "my chest hurts"), Set.of())
        .readings(LONG)
        .orElseThrow();

    assertThat(readings).hasSize(2).allSatisfy(reading -> {
      assertThat(reading.levels())
          .containsOnlyKeys("EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE");
      assertThat(sum(reading.levels().values())).isCloseTo(1, within(1e-3));
      assertThat(sum(reading.categories().values())).isCloseTo(1, within(1e-3));
      assertThat(reading.categories()).containsKeys("chest-pain", "none");
    });
    assertThat(readings.getFirst()).isNotEqualTo(readings.getLast());
  }

  @Test
  void readsAPartTheSameWhateverIsReadBesideIt() {
    String part = "my chest hurts";
    TextReading alone = library
        .begin(part, List.of(part), Set.of())
        .readings(LONG)
        .orElseThrow()
        .getFirst();

    TextReading among = library
        .begin(part, List.of("a longer text that is read beside it", part, "short"), Set.of())
        .readings(LONG)
        .orElseThrow()
        .get(1);

    alone
        .levels()
        .forEach((level, probability) ->
            assertThat(among.levels().get(level)).isCloseTo(probability, within(1e-4)));
  }

  @Test
  void readAWholeMessageTwiceAndItsPartsOnce() {
    String message = "my chest has felt odd since lunch and i am sweating";
    List<String> parts = List.of(message, "i am sweating");
    List<TextReading> once =
        library.begin(message, parts, Set.of()).readings(LONG).orElseThrow();

    List<TextReading> twice =
        library.begin(message, parts, Set.of(message)).readings(LONG).orElseThrow();

    assertThat(twice.getFirst()).isNotEqualTo(once.getFirst());
    assertThat(sum(twice.getFirst().levels().values())).isCloseTo(1, within(1e-3));
    assertThat(twice.getLast()).isEqualTo(once.getLast());
  }

  @Test
  void areThereAtOnceWhereNothingIsToBeRead() {
    assertThat(library.begin("  ").readings(Duration.ZERO)).contains(List.of());
  }

  @Test
  void areTheSameHoweverOftenTheyAreAskedFor() {
    PendingText pending = library.begin("my knee hurts");

    assertThat(pending.question(LONG).orElseThrow())
        .isSameAs(pending.question(LONG).orElseThrow());
  }

  private static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
