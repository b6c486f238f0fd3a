package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "chest, chest, 0",
    "chest, chst, 1",
    "chest, chesst, 1",
    "chest, chast, 1",
    "chest, ehcst, 2",
    "chest, hcest, 1",
    "suicidal, sucidla, 2",
    "ca, abc, 3",
    "'', pain, 4"
  })
  void countsSlips(String one, String other, int slips) {
    assertThat(EditDistance.between(one, other)).isEqualTo(slips);
  }

  @Test
  void agreesWithTheDefinitionAndIsSymmetric() {
    long seed = 7;
    var random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      var one = word(random);
      var other = word(random);
      assertThat(EditDistance.between(one, other))
          .as("seed %d, round %d: %s, %s", seed, round, one, other)
          .isEqualTo(byDefinition(one, other))
          .isEqualTo(EditDistance.between(other, one));
    }
  }

  /// Few letters, so that words share many.
  private static String word(Random random) {
    var word = new StringBuilder();
    for (int left = random.nextInt(7); left > 0; left--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  /// Slow and obvious: the best of all last slips.
  private static int byDefinition(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.length() + other.length();
    }
    var head = one.substring(0, one.length() - 1);
    var start = other.substring(0, other.length() - 1);
    int same = one.endsWith(other.substring(start.length())) ? 0 : 1;
    int best = Math.min(
        byDefinition(head, start) + same,
        1 + Math.min(byDefinition(head, other), byDefinition(one, start)));
    boolean swapped = head.length() > 0
        && start.length() > 0
        && one.charAt(head.length()) == other.charAt(start.length() - 1)
        && one.charAt(head.length() - 1) == other.charAt(start.length());
    return swapped
        ? Math.min(
            best,
            1
                + byDefinition(
                    head.substring(0, head.length() - 1), start.substring(0, start.length() - 1)))
        : best;
  }
}
