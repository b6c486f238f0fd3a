package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void stretchesEachRankingBeforeItAddsThem() {
    var words =
        new Fusion.Ranking(List.of(new Scored(1, 12), new Scored(2, 4), new Scored(3, 2)), 0.4);
    var vectors = new Fusion.Ranking(List.of(new Scored(2, 0.9), new Scored(1, 0.7)), 0.6);

    List<Scored> merged = Fusion.merge(List.of(words, vectors));

    assertThat(merged).extracting(Scored::doc).containsExactly(2, 1, 3);
    assertThat(merged.getFirst().score()).isCloseTo(0.4 * 0.2 + 0.6, within(1e-9));
  }

  @Test
  void givesARankingOfOneItsWholeShare() {
    assertThat(Fusion.merge(List.of(new Fusion.Ranking(List.of(new Scored(7, 0.1)), 0.3))))
        .containsExactly(new Scored(7, 0.3));
  }

  @Test
  void addsNothingForAnEmptyRankingOrAShareOfZero() {
    assertThat(Fusion.merge(List.of(
            new Fusion.Ranking(List.of(), 0.5), new Fusion.Ranking(List.of(new Scored(1, 1)), 0))))
        .isEmpty();
  }

  @Test
  void keepsItsPromisesForAnyRankings() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Fusion.Ranking> rankings =
          List.of(ranking(random, 0.3), ranking(random, 0.45), ranking(random, 0.25));
      List<Scored> merged = Fusion.merge(rankings);

      assertThat(merged).as("seed %s", seed).isSortedAccordingTo(Scored.BEST_FIRST);
      assertThat(merged).as("seed %s", seed).extracting(Scored::doc).doesNotHaveDuplicates();
      assertThat(merged)
          .as("seed %s", seed)
          .allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0 + 1e-9));
      List<Fusion.Ranking> turned = new ArrayList<>();
      for (Fusion.Ranking ranking : rankings) {
        List<Scored> hits = new ArrayList<>(ranking.hits());
        Collections.shuffle(hits, random);
        turned.add(new Fusion.Ranking(hits, ranking.weight()));
      }
      assertThat(Fusion.merge(turned)).as("order of the input, seed %s", seed).isEqualTo(merged);
      for (Fusion.Ranking ranking : rankings) {
        assertThat(merged)
            .as("seed %s", seed)
            .extracting(Scored::doc)
            .containsAll(ranking.hits().stream().map(Scored::doc).toList());
      }
    }
  }

  private static Fusion.Ranking ranking(Random random, double weight) {
    List<Scored> hits = new ArrayList<>();
    random
        .ints(0, 30)
        .distinct()
        .limit(random.nextInt(20))
        .forEach(doc -> hits.add(new Scored(doc, random.nextInt(5))));
    return new Fusion.Ranking(hits, weight);
  }
}
