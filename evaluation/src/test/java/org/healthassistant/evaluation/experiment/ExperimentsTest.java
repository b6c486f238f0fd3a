package org.healthassistant.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.OutcomeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsTest {

  @TempDir
  private Path folder;

  @Test
  void shipsExperimentsThatCanBeRead() {
    assertThat(Experiments.builtIn()).extracting(Experiment::id).doesNotHaveDuplicates();
  }

  @Test
  void namesEveryProblemOfEveryFile() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "id: b\ntitle: t\ncommand: [retrieval]\n");
    Files.writeString(
        folder.resolve("c.yaml"),
        "id: c\ntitle: t\ndata: set\nexpected:\n  - {measure: m, value: 1, tolerance: -1}\n");
    assertThatThrownBy(() -> Experiments.in(folder))
        .hasMessageContaining("a.yaml: its id must be the file's name")
        .hasMessageContaining("needs at least one expected value")
        .hasMessageContaining("c.yaml: m: tolerance must be >= 0")
        .hasMessageContaining("needs a command")
        .hasMessageContaining("must say in 'obtain'");
  }

  @Test
  void tellsOkImprovedAndFailedApart() {
    var more = new Expectation("m", 0.7, 0.01, true);
    assertThat(more.judge(Interval.exactly(0.695, 1))).isEqualTo(Verdict.OK);
    assertThat(more.judge(Interval.exactly(0.72, 1))).isEqualTo(Verdict.IMPROVED);
    assertThat(more.judge(Interval.exactly(0.68, 1))).isEqualTo(Verdict.FAILED);
    assertThat(more.judge(Interval.none())).isEqualTo(Verdict.FAILED);
    var less = new Expectation("m", 20, 5, false);
    assertThat(less.judge(Interval.exactly(24, 1))).isEqualTo(Verdict.OK);
    assertThat(less.judge(Interval.exactly(10, 1))).isEqualTo(Verdict.IMPROVED);
    assertThat(less.judge(Interval.exactly(26, 1))).isEqualTo(Verdict.FAILED);
  }

  @Test
  void runsACommandAndKeepsItsOutcome() throws IOException {
    Files.createDirectories(folder.resolve("data").resolve("set"));
    var runner =
        new ExperimentRunner(folder.resolve("data"), folder.resolve("kept"), this::pretend);
    Result result = runner.run(experiment("one", "set"));
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Measured.class, m -> assertThat(m.verdict()).isEqualTo(Verdict.OK));
    assertThat(runner.kept(experiment("one", "set"))).isInstanceOf(Result.Measured.class);
    assertThat(runner.kept(experiment("two", "set"))).isInstanceOf(Result.NotRun.class);
    assertThat(runner.run(experiment("three", "elsewhere"))).isInstanceOf(Result.Absent.class);
  }

  @Test
  void showsWhatIsAbsentWithWhereToGetIt() {
    var absent = new Result.Absent(experiment("three", "elsewhere"));
    var measured = Result.Measured.of(
        experiment("one", "set"),
        new Outcome("c", Map.of("seed", "7"), Map.of("m", new Interval(0.7, 0.6, 0.8, 9))));
    String page =
        ReportPage.of(List.of(absent, measured), () -> Instant.parse("2026-11-24T10:00:00Z"));
    assertThat(page)
        .contains("Not present: elsewhere. To be had: from somewhere")
        .contains("0.7000 [0.6000, 0.8000]")
        .contains("class=\"ok\"")
        .contains("2026-11-24T10:00:00Z");
  }

  private int pretend(List<String> arguments) {
    assertThat(arguments).startsWith("c", "--data", folder.resolve("data") + "/set");
    try {
      OutcomeFile.write(
          Path.of(arguments.getLast()),
          new Outcome("c", Map.of(), Map.of("m", Interval.exactly(0.7, 1))));
      return 0;
    } catch (IOException e) {
      return 1;
    }
  }

  private static Experiment experiment(String id, String data) {
    return new Experiment(
        id,
        "title",
        List.of("c", "--data", "${data}/" + data),
        "",
        data,
        "from somewhere",
        List.of(new Expectation("m", 0.7, 0.05, true)));
  }
}
