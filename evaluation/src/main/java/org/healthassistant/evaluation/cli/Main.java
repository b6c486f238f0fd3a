package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import org.healthassistant.evaluation.dataset.BadDataSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line: data sets in, numbers with intervals and a report out.
@Command(
    name = "evaluation",
    description = "Measures the assistant: data sets in, numbers with intervals and a report out.",
    subcommands = {
      RetrievalCommand.class,
      TriageCommand.class,
      AnswersCommand.class,
      GroundingCommand.class,
      LoadCommand.class,
      PlansCommand.class,
      ReportCommand.class,
      TrainCommand.class
    },
    footer = {
      "",
      "Example: java -jar evaluation/target/evaluation.jar retrieval --data scifact --run out.trec",
      "Exit codes: 0 done, 1 the work failed (with --gate: or fell below the expected value),",
      "2 wrong usage."
    })
public final class Main {

  private static final String LOGGING = "logback.configurationFile";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help and end")
  private boolean help;

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org/healthassistant/evaluation/cli/logging.xml");
    }
    int exit = run(args);
    System.out.flush();
    System.exit(exit);
  }

  /// Runs one command within this process.
  ///
  /// @return 0 done, 1 the work failed, 2 wrong usage
  static int run(String... args) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::failed)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandName() + ": " + failure.getMessage());
    if (!expected(failure)) {
      failure.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean expected(Exception failure) {
    return failure instanceof BadDataSet
        || failure instanceof IllegalStateException
        || failure instanceof IOException
        || failure instanceof SQLException;
  }
}
