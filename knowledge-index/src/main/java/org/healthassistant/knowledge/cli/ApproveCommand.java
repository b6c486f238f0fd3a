package org.healthassistant.knowledge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.IngestReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Records a clinician's review in articles' front matter.
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Sets the articles' status to approved, with the reviewer and the day.",
    footer = {"", "Example:", "  knowledge-index approve --by \"Jordan Lee, RN\" content/fever.md"})
final class ApproveCommand implements Callable<Integer> {
  private final CommandContext around;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the articles")
  List<Path> files = List.of();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who reviewed them")
  String reviewer = "";

  @Option(
      names = {"--on", "--date"},
      paramLabel = "DATE",
      description = "the day of the review (default: today, in the machine's zone)")
  @Nullable
  LocalDate on;

  @Option(
      names = "--review-by",
      paramLabel = "DATE",
      description = "the last day they may be shown (default: a year later)")
  @Nullable
  LocalDate reviewBy;

  @Mixin
  JsonOption json = new JsonOption();

  ApproveCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    if (reviewer.isBlank() || reviewer.contains("\"") || reviewer.contains("\n")) {
      around.err().println("--by must name the reviewer, without quotes");
      return 2;
    }
    List<String> approved = new ArrayList<>();
    int failed = 0;
    for (Path file : files) {
      if (approve(file)) {
        approved.add(file.toString());
        around.out().println("approved  " + file);
      } else {
        failed++;
      }
    }
    around.json(json.file, Map.of("approved", approved, "failed", failed));
    return failed == 0 ? 0 : 1;
  }

  private boolean approve(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      around.err().println(file + " is not a file");
      return false;
    }
    IngestReport report = ArticleReader.readFile(file);
    if (!report.problems().isEmpty()) {
      report.problems().forEach(problem -> around.err().println("problem  " + problem));
      return false;
    }
    LocalDate day = on == null ? around.today() : on;
    Map<String, String> values = new LinkedHashMap<>();
    values.put("reviewedBy", '"' + reviewer + '"');
    values.put("reviewedOn", day.toString());
    values.put("reviewBy", (reviewBy == null ? day.plusYears(1) : reviewBy).toString());
    values.put("status", "approved");
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, withValues(Files.readString(file), values));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /// Replaces the lines of some keys of the front matter, and nothing else of the file.
  private static String withValues(String text, Map<String, String> values) {
    int end = text.indexOf("\n---", 3);
    String head = text.substring(0, end);
    for (Map.Entry<String, String> value : values.entrySet()) {
      String line = value.getKey() + ": " + value.getValue();
      head = head.replaceAll(
          "(?m)^" + value.getKey() + ":.*$", java.util.regex.Matcher.quoteReplacement(line));
    }
    return head + text.substring(end);
  }
}
