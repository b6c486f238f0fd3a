package org.healthassistant.knowledge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.IngestReport;
import org.healthassistant.knowledge.ingest.Problem;
import org.healthassistant.knowledge.ingest.document.DocumentReader;
import org.healthassistant.knowledge.ingest.document.DraftArticle;
import org.healthassistant.knowledge.ingest.document.MedlinePlusReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns documents into draft articles.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Turns HTML, PDF, DOCX and MedlinePlus health-topic XML into draft articles, and copies"
            + " Markdown articles that are well-formed. What is there already as it would be"
            + " written is left alone, so that an import that was interrupted is gone on with by"
            + " the same command.",
    footer = {
      "",
      "Example:",
      "  knowledge-index import --out content --publisher \"Clinic\" --licence CC0-1.0 --url"
          + " https://clinic.example/asthma asthma.html"
    })
final class ImportCommand implements Callable<Integer> {
  private final CommandContext around;
  private final List<String> written = new ArrayList<>();
  private int failed;
  private int unchanged;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the documents")
  List<Path> files = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where the articles are written; none is replaced")
  Path out = Path.of("");

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "who publishes them (default: ${DEFAULT-VALUE})")
  String publisher = "unknown";

  @Option(
      names = "--licence",
      paramLabel = "ID",
      description = "their licence (default: ${DEFAULT-VALUE})")
  String licence = "unknown";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where they can be read, for documents that do not say")
  String url = "https://example.org/unknown";

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "the day on which they were retrieved (default: today, in the machine's zone)")
  @Nullable
  LocalDate date;

  @Mixin
  JsonOption json = new JsonOption();

  ImportCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    try (ProgressLine line = new ProgressLine(around, "importing")) {
      for (int i = 0; i < files.size(); i++) {
        importFile(files.get(i));
        line.at(i + 1, files.size());
      }
    }
    around
        .out()
        .println(written.size() + " articles written, " + unchanged + " unchanged, " + failed
            + " documents failed");
    around.json(json.file, Map.of("written", written, "unchanged", unchanged, "failed", failed));
    return failed == 0 ? 0 : 1;
  }

  private void importFile(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException(file + " is not a file");
      }
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".md")) {
        copy(file);
      } else if (name.endsWith(".xml")) {
        for (DraftArticle draft : MedlinePlusReader.read(file)) {
          write(draft, file);
        }
      } else {
        write(DocumentReader.read(file), file);
      }
    } catch (IOException problem) {
      fail(String.valueOf(problem.getMessage()));
    }
  }

  private void copy(Path file) throws IOException {
    IngestReport report = ArticleReader.readFile(file);
    report.warnings().forEach(warning -> around.err().println("warning  " + warning));
    if (report.articles().isEmpty()) {
      report.problems().forEach(problem -> around.err().println("problem  " + problem));
      fail(file + " is not a well-formed article");
    } else {
      String id = report.articles().getFirst().front().id();
      Path target = out.resolve(id + ".md");
      if (isThere(target, Files.readString(file))) {
        unchanged++;
      } else if (Files.exists(target)) {
        fail(target + " is already there; remove it to import it anew, or give this article another"
            + " id");
      } else {
        put(target, Files.readString(file));
      }
    }
  }

  private void write(DraftArticle draft, Path file) throws IOException {
    Optional<String> refusal = draft.refusal();
    if (refusal.isPresent()) {
      fail(file + ": " + refusal.get());
      return;
    }
    LocalDate retrieved = date == null ? around.today() : date;
    DraftArticle.Origin origin = new DraftArticle.Origin(publisher, licence, url, retrieved);
    String id = draft.id();
    Path target = out.resolve(id + ".md");
    for (int i = 2; Files.exists(target); i++) {
      String there = Files.readString(target);
      if (body(there).equals(body(draft.markdown(id, origin)))) {
        unchanged++;
        return;
      }
      around
          .err()
          .println(target + " has the same title and another text: of two versions, remove"
              + " the older one");
      id = draft.id() + "-" + i;
      target = out.resolve(id + ".md");
    }
    put(target, draft.markdown(id, origin));
    List<Problem> problems = ArticleReader.readFile(target).problems();
    problems.forEach(problem -> around.err().println("problem  " + problem));
    if (!problems.isEmpty()) {
      fail(file + ": the draft " + target + " must be mended by hand before it can be approved");
    }
  }

  private static boolean isThere(Path target, String text) throws IOException {
    return Files.exists(target) && Files.readString(target).equals(text);
  }

  private static String body(String markdown) {
    return markdown.substring(markdown.indexOf("\n---\n", 3) + 5).strip();
  }

  private void put(Path target, String markdown) throws IOException {
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.writeString(fresh, markdown);
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    written.add(target.toString());
    around.out().println(target);
  }

  private void fail(String why) {
    failed++;
    around.err().println(why);
  }
}
