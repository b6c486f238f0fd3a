package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.experiment.Experiment;
import org.healthassistant.evaluation.experiment.ExperimentRunner;
import org.healthassistant.evaluation.experiment.Experiments;
import org.healthassistant.evaluation.experiment.ReportPage;
import org.healthassistant.evaluation.experiment.Result;
import org.healthassistant.evaluation.experiment.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = {
      "Writes one HTML page with the results of all experiments beside what they should be.",
      "Results of earlier runs are shown; --all runs the experiments anew."
    },
    footer = {"", "Example: evaluation report --out report.html --all --data-root data"})
final class ReportCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html",
      description = "the page; results are kept in the folder 'results' beside it")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(names = "--all", description = "run every experiment whose data is present")
  private boolean all;

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "run only the experiments with these ids; may be repeated")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--data-root",
      defaultValue = "data",
      paramLabel = "DIR",
      description = "the folder that holds the data sets (default: data)")
  @SuppressWarnings("NullAway.Init")
  private Path dataRoot;

  @Option(
      names = "--experiments",
      paramLabel = "DIR",
      description = "experiments of your own instead of those that ship")
  private @Nullable Path folder;

  @Option(names = "--gate", description = "end with 1 when an experiment has failed")
  private boolean gate;

  @Override
  public Integer call() throws IOException {
    List<Experiment> experiments = folder == null ? Experiments.builtIn() : Experiments.in(folder);
    Path page = out.toAbsolutePath();
    Path results = page.resolveSibling("results");
    Files.createDirectories(results);
    var runner = new ExperimentRunner(
        dataRoot, results, arguments -> Main.run(arguments.toArray(String[]::new)));
    var found = new ArrayList<Result>();
    for (Experiment experiment : experiments) {
      found.add(wanted(experiment) ? run(runner, experiment) : runner.kept(experiment));
    }
    Files.writeString(page, ReportPage.of(found, Clock.systemUTC()));
    System.out.println(page);
    return gate && found.stream().anyMatch(ReportCommand::failed) ? 1 : 0;
  }

  private boolean wanted(Experiment experiment) {
    return only.isEmpty() ? all : only.contains(experiment.id());
  }

  private static Result run(ExperimentRunner runner, Experiment experiment) {
    System.err.println("experiment " + experiment.id());
    return runner.run(experiment);
  }

  private static boolean failed(Result result) {
    return switch (result) {
      case Result.Measured measured -> measured.verdict() == Verdict.FAILED;
      case Result.Broken broken -> true;
      case Result.Absent absent -> false;
      case Result.NotRun notRun -> false;
    };
  }
}
