package org.healthassistant.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersTest {

  @Test
  void givesTheIntervalThatTheNormalLawForetells() {
    var random = new SplittableRandom(7);
    double[] values = random.doubles(400).toArray();
    Interval interval = Bootstrap.usual().mean(values);
    double halfWidth = 1.96 * Math.sqrt(1 / 12.0 / values.length);
    assertThat(interval.high() - interval.low()).isCloseTo(2 * halfWidth, within(0.006));
    assertThat(interval.value()).isBetween(interval.low(), interval.high());
  }

  @Test
  void drawsTheSameUnderTheSameSeed() {
    double[] values = {1, 0, 0, 1, 1};
    assertThat(new Bootstrap(200, 3).mean(values)).isEqualTo(new Bootstrap(200, 3).mean(values));
  }

  @Test
  void measuresNothingWhereThereIsNothing() {
    assertThat(Bootstrap.usual().mean()).isEqualTo(Interval.none());
    assertThat(Interval.none().shown()).isEqualTo("–");
  }

  @Test
  void takesPercentilesByNearestRank() {
    var percentiles = Percentiles.of(List.of(4.0, 1.0, 3.0, 2.0));
    assertThat(percentiles.at(0)).isEqualTo(1);
    assertThat(percentiles.at(0.5)).isEqualTo(2);
    assertThat(percentiles.at(0.51)).isEqualTo(3);
    assertThat(percentiles.at(1)).isEqualTo(4);
    assertThat(Percentiles.of(List.of()).at(0.5)).isNaN();
  }

  @Test
  void readsBackTheOutcomeItWrote(@TempDir Path folder) throws IOException {
    var outcome = new Outcome(
        "retrieval",
        Map.of("data", "tiny"),
        Map.of("nDCG@10", new Interval(0.5, 0.4, 0.6, 12), "empty", Interval.none()));
    Path file = folder.resolve("new").resolve("out.json");
    OutcomeFile.write(file, outcome);
    Outcome read = OutcomeFile.read(file);
    assertThat(read.facts()).isEqualTo(outcome.facts());
    assertThat(read.measure("nDCG@10")).isEqualTo(new Interval(0.5, 0.4, 0.6, 12));
    assertThat(read.measure("empty").count()).isZero();
  }

  @Test
  void escapesEveryTextOfAPage() {
    String page = new HtmlReport("A & B")
        .paragraph("<script>", "")
        .table(List.of("<th>"), List.of(List.of(new HtmlReport.Cell("\"<td>", ""))))
        .page();
    assertThat(page)
        .contains("A &amp; B", "&lt;script&gt;", "&lt;th&gt;", "&quot;&lt;td&gt;")
        .doesNotContain("<script>", "http://", "https://");
  }
}
