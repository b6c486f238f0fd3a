package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymmetricDeleteIndexTest {

  private static final int MOST = 4;

  @Test
  void findsTheNearestWordsThatALookAtEveryWordFinds() {
    long seed = 11;
    var random = new Random(seed);
    var words = words(random, 400);
    var index = new SymmetricDeleteIndex(words);
    int found = 0;
    for (int round = 0; round < 3000; round++) {
      var misspelt = slip(words[random.nextInt(words.length)], random);
      var expected = byLookingAtAll(words, misspelt);
      var near = Arrays.stream(index.near(misspelt)).boxed().toList();
      assertThat(expected).as("seed %d, round %d: %s", seed, round, misspelt).containsAll(near);
      assertThat(near)
          .as("seed %d, round %d: %s", seed, round, misspelt)
          .hasSize(Math.min(MOST, expected.size()));
      found += near.isEmpty() ? 0 : 1;
    }
    assertThat(found).isGreaterThan(1000);
  }

  @Test
  void leavesShortWordsAndWordsWithSignsAlone() {
    var index = new SymmetricDeleteIndex(new String[] {"pain", "chest"});
    assertThat(index.near("paim")).isEmpty();
    assertThat(index.near("che5t")).isEmpty();
    assertThat(index.near("chest".repeat(5))).isEmpty();
    assertThat(index.near("chst")).containsExactly(1);
  }

  private static List<Integer> byLookingAtAll(String[] words, String misspelt) {
    if (misspelt.length() < 4 || misspelt.length() > 20) {
      return List.of();
    }
    int[] slips = IntStream.range(0, words.length)
        .map(at -> isPossible(words[at], misspelt)
            ? EditDistance.between(words[at], misspelt)
            : Integer.MAX_VALUE)
        .toArray();
    int best = Arrays.stream(slips).min().orElseThrow();
    var nearest = new ArrayList<Integer>();
    for (int at = 0; at < words.length && best < Integer.MAX_VALUE; at++) {
      if (slips[at] == best) {
        nearest.add(at);
      }
    }
    return nearest;
  }

  private static boolean isPossible(String word, String misspelt) {
    boolean sameStart = word.charAt(0) == misspelt.charAt(0)
        || word.charAt(0) == misspelt.charAt(1) && word.charAt(1) == misspelt.charAt(0);
    return word.length() >= 5
        && sameStart
        && EditDistance.between(word, misspelt) <= (word.length() >= 8 ? 2 : 1);
  }

  private static String[] words(Random random, int count) {
    var words = new LinkedHashSet<String>();
    while (words.size() < count) {
      var word = new StringBuilder();
      for (int left = 3 + random.nextInt(8); left > 0; left--) {
        word.append((char) ('a' + random.nextInt(4)));
      }
      words.add(word.toString());
    }
    return words.toArray(String[]::new);
  }

  private static String slip(String word, Random random) {
    var text = new StringBuilder(word);
    for (int left = random.nextInt(4); left > 0 && text.length() > 2; left--) {
      int at = random.nextInt(text.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) ('a' + random.nextInt(5)));
        case 2 -> text.setCharAt(at, (char) ('a' + random.nextInt(5)));
        default -> text.insert(at, text.charAt(at + 1)).deleteCharAt(at + 2);
      }
    }
    return text.toString();
  }
}
