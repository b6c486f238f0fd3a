package org.healthassistant.evaluation.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void givesFullMarksToTheIdealOrder() {
    var measures = Measures.of(List.of("a", "b", "x"), Map.of("a", 2, "b", 1));
    assertThat(measures).isEqualTo(new Measures(1, 1, 1));
  }

  @Test
  void discountsGradesByTheLogarithmOfTheirRank() {
    // By hand: DCG = 1/log2(2) + 2/log2(4) = 1 + 1 = 2; ideal = 2/log2(2) + 1/log2(3) = 2.63093.
    var measures = Measures.of(List.of("b", "x", "a"), Map.of("a", 2, "b", 1));
    assertThat(measures.ndcg10()).isCloseTo(2 / 2.6309297536, within(1e-9));
  }

  @Test
  void countsMissingDocumentsInTheIdealAndInTheRecall() {
    // By hand: DCG = 1/log2(3) = 0.63093; ideal = 1 + 1/log2(3) + 1/2 = 2.13093.
    var measures = Measures.of(List.of("x", "a"), Map.of("a", 1, "b", 1, "c", 1));
    assertThat(measures.ndcg10()).isCloseTo(0.6309297536 / 2.1309297536, within(1e-9));
    assertThat(measures.recall100()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(measures.reciprocalRank10()).isEqualTo(0.5);
  }

  @Test
  void looksNoFurtherThanItsCutOffs() {
    var ranking = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      ranking.add("x" + i);
    }
    ranking.add("a");
    for (int i = 10; i < 99; i++) {
      ranking.add("x" + i);
    }
    ranking.add("b");
    var measures = Measures.of(ranking, Map.of("a", 1, "b", 1));
    assertThat(measures.ndcg10()).isZero();
    assertThat(measures.reciprocalRank10()).isZero();
    assertThat(measures.recall100()).isEqualTo(0.5);
  }

  @Test
  void scoresZeroWhereNothingIsRelevantOrNothingIsFound() {
    assertThat(Measures.of(List.of("a"), Map.of("a", 0))).isEqualTo(new Measures(0, 0, 0));
    assertThat(Measures.of(List.of(), Map.of("a", 1))).isEqualTo(new Measures(0, 0, 0));
  }

  @Test
  void neverLosesByMovingARelevantDocumentUp() {
    long seed = 20261124;
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      var ranking = new ArrayList<String>();
      var judgements = new LinkedHashMap<String, Integer>();
      int size = 2 + random.nextInt(30);
      for (int i = 0; i < size; i++) {
        ranking.add("d" + i);
        judgements.put("d" + i, random.nextInt(3));
      }
      int at = 1 + random.nextInt(size - 1);
      var better = new ArrayList<>(ranking);
      if (judgements.getOrDefault("d" + at, 0) > judgements.getOrDefault("d" + (at - 1), 0)) {
        better.set(at - 1, "d" + at);
        better.set(at, "d" + (at - 1));
      }
      assertThat(Measures.of(better, judgements).ndcg10())
          .as("seed %d, round %d", seed, round)
          .isGreaterThanOrEqualTo(Measures.of(ranking, judgements).ndcg10());
    }
  }
}
