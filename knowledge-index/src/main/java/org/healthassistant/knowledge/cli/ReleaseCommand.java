package org.healthassistant.knowledge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.IngestReport;
import org.healthassistant.knowledge.ingest.Problem;
import org.healthassistant.knowledge.release.DamagedRelease;
import org.healthassistant.knowledge.release.Manifest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.release.ReleaseBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a release of a directory of articles.
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description =
        "Makes a release of all well-formed articles below a directory; the others are named.",
    footer = {"", "Example:", "  knowledge-index release --articles content --out release"})
final class ReleaseCommand implements Callable<Integer> {
  private final CommandContext around;

  @Option(
      names = "--articles",
      required = true,
      paramLabel = "DIR",
      description = "Markdown articles, in any sub-folder")
  Path articles = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the release; replaced as a whole")
  Path out = Path.of("");

  @Option(names = "--strict", description = "fail when any article is malformed")
  boolean strict;

  @Option(
      names = "--unless-unchanged",
      description = "do nothing when the release there is of the same articles")
  boolean unlessUnchanged;

  @Option(
      names = "--created",
      paramLabel = "TIME",
      description = "the time to write into the manifest (default: now)")
  @Nullable
  Instant created;

  @Mixin
  JsonOption json = new JsonOption();

  ReleaseCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(articles)) {
      around.err().println("--articles " + articles + " is not a directory");
      return 2;
    }
    try (Encoders encoders = Encoders.builtIn()) {
      String inputs = ReleaseBuilder.inputs(texts(), encoders);
      if (unlessUnchanged && isOf(inputs)) {
        around.err().println("The release in " + out + " is of the same articles: nothing to do.");
        return 0;
      }
      return make(inputs, encoders);
    }
  }

  private int make(String inputs, Encoders encoders) {
    IngestReport report = ArticleReader.readDirectory(articles);
    report.problems().forEach(problem -> around.err().println("problem  " + problem));
    report.warnings().forEach(warning -> around.err().println("warning  " + warning));
    if (strict && !report.problems().isEmpty()) {
      around
          .err()
          .println("No release made: " + report.problems().size()
              + " problem(s), and --strict was given.");
      return 1;
    }
    if (report.problems().stream().anyMatch(Problem::misleads)) {
      around
          .err()
          .println("No release made: something would be quoted in another sense than its own.");
      return 1;
    }
    try (ProgressLine line = new ProgressLine(around, "embedding")) {
      Instant time = created == null ? around.clock().instant() : created;
      Manifest manifest =
          new ReleaseBuilder(encoders, line::at).write(report.articles(), inputs, time, out);
      around
          .out()
          .println(
              "release " + manifest.id() + ": " + report.articles().size() + " articles in " + out);
      around.json(
          json.file,
          Map.of(
              "release",
              manifest.id(),
              "articles",
              report.articles().size(),
              "problems",
              report.problems(),
              "warnings",
              report.warnings()));
    }
    return 0;
  }

  private boolean isOf(String inputs) {
    try {
      return Release.load(out).manifest().inputs().equals(inputs);
    } catch (DamagedRelease missing) {
      return false;
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(articles)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
        String name = articles.relativize(file).toString().replace('\\', '/');
        texts.put(
            name, new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException("the articles in " + articles + " cannot be read", failed);
    }
  }
}
