package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.plans.PlansRun;
import org.healthassistant.evaluation.plans.StatementPlan;
import org.healthassistant.evaluation.service.PostgresServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plans",
    description = {
      "Fills a PostgreSQL of its own with generated rows and shows how it runs the statements that"
          + " a message waits for.",
      "Ten million messages take about 12 GB of the temporary directory while it runs. Ends with 1"
          + " when a statement takes longer than --most."
    },
    footer = {"", "Example: evaluation plans --messages 10000000 --most 5"})
final class PlansCommand implements Callable<Integer> {

  @Option(
      names = "--messages",
      defaultValue = "100000",
      description = "how many messages there are (default 100000)")
  private long messages;

  @Option(
      names = "--draws",
      defaultValue = "20",
      description = "how many patients each statement is asked for (default 20)")
  private int draws;

  @Option(
      names = "--most",
      defaultValue = "5",
      paramLabel = "MS",
      description = "the most milliseconds that any may take, as the server measures (default 5)")
  private double most;

  @Option(names = "--explain", description = "also show the slowest plan of every statement")
  private boolean explain;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException, SQLException {
    PlansRun run;
    try (var server = PostgresServer.open()) {
      run = PlansRun.run(server.create("plans"), messages, draws, System.err::println);
    }
    boolean slow = false;
    for (StatementPlan plan : run.plans()) {
      slow |= plan.worst() > most;
      if (explain || plan.worst() > most) {
        System.out.println(plan.statement().name() + ", " + plan.statement().of());
        System.out.println(plan.slowest().indent(2));
      }
    }
    int exit = results.finish(run.outcome(), "");
    return slow ? 1 : exit;
  }
}
