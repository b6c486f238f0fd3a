package org.healthassistant.evaluation.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.evaluation.report.Bootstrap;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.knowledge.search.Ranked;

/// One pass over a set's questions, one after the other, and its numbers.
///
/// @param rankings question id to its ranking, in the set's order
/// @param measures the measures of each question, in the same order
/// @param millis how long each ranking took, in the same order
public record RetrievalRun(
    Map<String, List<Ranked>> rankings, List<Measures> measures, List<Double> millis) {

  /// Told how many questions are done.
  @FunctionalInterface
  public interface Progress {
    /// So many of so many questions are ranked.
    void at(int done, int total);
  }

  /// Ranks and measures every question of a set.
  ///
  /// @param depth how many documents are taken, at least 100 for Recall@100 to mean anything
  /// @param nanos a clock of durations
  public static RetrievalRun of(
      BeirSet set, Ranking ranking, int depth, LongSupplier nanos, Progress progress) {
    var rankings = new LinkedHashMap<String, List<Ranked>>();
    var measures = new ArrayList<Measures>();
    var millis = new ArrayList<Double>();
    for (BeirSet.Question question : set.questions()) {
      long from = nanos.getAsLong();
      List<Ranked> hits = ranking.rank(question.text(), depth);
      millis.add((nanos.getAsLong() - from) / 1e6);
      rankings.put(question.id(), hits);
      measures.add(Measures.of(
          hits.stream().map(Ranked::id).toList(),
          set.judgements().getOrDefault(question.id(), Map.of())));
      progress.at(measures.size(), set.questions().size());
    }
    return new RetrievalRun(rankings, measures, millis);
  }

  /// Writes the rankings in TREC's form.
  ///
  /// @param tag the run's name in every line, without spaces
  public void write(Path file, String tag) throws IOException {
    TrecRun.write(file, rankings, tag);
  }

  /// The numbers with 95 % intervals over questions.
  ///
  /// @param facts how it was run, shown first
  public Outcome outcome(Map<String, String> facts, Bootstrap bootstrap) {
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("nDCG@10", mean(bootstrap, Measures::ndcg10));
    numbers.put("Recall@100", mean(bootstrap, Measures::recall100));
    numbers.put("MRR@10", mean(bootstrap, Measures::reciprocalRank10));
    var percentiles = Percentiles.of(millis);
    numbers.put("question ms p50", Interval.exactly(percentiles.at(0.5), millis.size()));
    numbers.put("question ms p95", Interval.exactly(percentiles.at(0.95), millis.size()));
    return new Outcome("retrieval", facts, numbers);
  }

  private Interval mean(Bootstrap bootstrap, ToDoubleFunction<Measures> measure) {
    return bootstrap.mean(measures.stream().mapToDouble(measure).toArray());
  }
}
