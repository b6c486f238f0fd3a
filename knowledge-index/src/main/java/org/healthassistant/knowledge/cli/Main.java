package org.healthassistant.knowledge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The command line. It ends with 0 when the work is done, 1 when it failed, 2 when it was called
/// wrongly.
@Command(
    name = "knowledge-index",
    mixinStandardHelpOptions = true,
    version = "knowledge-index 0.1.0",
    description = "Vetted health content in, cited passages out.",
    footer = {
      "",
      "Example:",
      "  java -jar knowledge-index.jar search \"what can I eat with type 2 diabetes\""
    },
    subcommands = HelpCommand.class)
public final class Main {

  private Main() {}

  /// Runs one command.
  public static void main(String[] args) {
    System.setProperty(
        "logback.configurationFile",
        "org/healthassistant/knowledge/cli/knowledge-index-logback.xml");
    System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
    System.exit(run(
        Clock.systemDefaultZone(),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args));
  }

  /// Runs one command with its own output, without ending the process.
  ///
  /// @return 0, 1 or 2
  static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    CommandContext around = new CommandContext(clock, out, err);
    line.addSubcommand(new ImportCommand(around));
    line.addSubcommand(new ApproveCommand(around));
    line.addSubcommand(new ReleaseCommand(around));
    line.addSubcommand(new SearchCommand(around));
    line.addSubcommand(new StatsCommand(around));
    line.addSubcommand(new VerifyCommand(around));
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((failed, command, parsed) -> {
      err.println("knowledge-index: " + failed.getMessage());
      return 1;
    });
    return args.length == 0 ? usage(line, err) : line.execute(args);
  }

  private static int usage(CommandLine line, PrintWriter err) {
    line.usage(err);
    return 2;
  }
}
