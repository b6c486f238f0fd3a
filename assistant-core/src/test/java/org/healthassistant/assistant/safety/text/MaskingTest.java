package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskingTest {

  private static final int WORDS = 12;
  private static final Lexicon LEXICON = SmallLexicon.open();

  @Test
  void keepsWhatComparingEveryPairKeeps() {
    long seed = 13;
    var random = new Random(seed);
    var concepts = List.of(
        "mask/everyday", "cue/negated", "cue/contrast", "cue/list", "site/chest", "symptom/pain");
    for (int round = 0; round < 1000; round++) {
      var hits = new ArrayList<Hit>();
      for (int left = random.nextInt(8); left > 0; left--) {
        int first = random.nextInt(WORDS);
        int end = Math.min(WORDS, first + 1 + random.nextInt(4));
        hits.add(
            new Hit(LEXICON.number(concepts.get(random.nextInt(concepts.size()))), first, end));
      }
      hits.sort(Comparator.comparingInt(Hit::first));
      assertThat(Masking.apply(hits, LEXICON, WORDS))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(byPairs(hits));
    }
  }

  private static List<Hit> byPairs(List<Hit> hits) {
    List<Hit> kept = hits.stream()
        .filter(hit -> is(hit, "mask")
            || hits.stream().noneMatch(mask -> is(mask, "mask") && covers(mask, hit)))
        .toList();
    return kept.stream()
        .filter(hit -> !(is(hit, "cue/negated") || is(hit, "cue/contrast"))
            || kept.stream()
                .noneMatch(other -> LEXICON.concept(other.concept()).content()
                    && other.end() - other.first() > 1
                    && covers(other, hit)))
        .toList();
  }

  private static boolean covers(Hit outer, Hit inner) {
    return outer.first() <= inner.first() && outer.end() >= inner.end();
  }

  private static boolean is(Hit hit, String id) {
    return LEXICON.concept(hit.concept()).id().startsWith(id);
  }
}
