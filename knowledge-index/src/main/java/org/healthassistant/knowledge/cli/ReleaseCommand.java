package org.healthassistant.knowledge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.healthassistant.knowledge.release.ReleaseDiff;
import org.healthassistant.knowledge.release.Shelf;
import org.healthassistant.knowledge.release.Signature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a release of a directory of articles, switches between kept ones, and tells what
/// changes.
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description =
        "Makes a release of all well-formed articles below a directory; the others are named."
            + " On a shelf, releases are kept side by side, one of them in use.",
    footer = {
      "",
      "Examples:",
      "  knowledge-index release --articles content --out release",
      "  knowledge-index release --articles content --shelf releases",
      "  knowledge-index release --shelf releases --back",
      "  knowledge-index release --diff releases/1a2b3c4d5e6f7a8b releases"
    })
final class ReleaseCommand implements Callable<Integer> {
  private final CommandContext around;

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description = "Markdown articles, in any sub-folder")
  @Nullable
  Path articles;

  @Option(names = "--out", paramLabel = "DIR", description = "the release; replaced as a whole")
  @Nullable
  Path out;

  @Option(
      names = "--shelf",
      paramLabel = "DIR",
      description = "keep the release here under its id and switch to it")
  @Nullable
  Path shelf;

  @Option(names = "--use", paramLabel = "ID", description = "switch the shelf to a kept release")
  @Nullable
  String use;

  @Option(names = "--back", description = "switch the shelf back to the release before")
  boolean back;

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "DIR|starter",
      description = "tell what changes from one release to another, by topic")
  List<String> diff = List.of();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "sign the manifest by this Ed25519 key (PEM)")
  @Nullable
  Path key;

  @Option(
      names = "--strict",
      description = "fail when any article is malformed or there is anything to warn of")
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
    if (diff.size() == 2) {
      return tellDiff(around.release(diff.get(0)), around.release(diff.get(1)));
    }
    if (shelf != null && (back || use != null)) {
      return switchTo(new Shelf(shelf));
    }
    if (articles == null || (out == null) == (shelf == null)) {
      around.err().println("--articles and either --out or --shelf are needed");
      return 2;
    }
    if (!Files.isDirectory(articles)) {
      around.err().println("--articles " + articles + " is not a directory");
      return 2;
    }
    Shelf kept = shelf == null ? null : new Shelf(shelf);
    try (Encoders encoders = Encoders.builtIn()) {
      String inputs = ReleaseBuilder.inputs(texts(articles), encoders);
      Path there = kept == null ? Objects.requireNonNull(out) : Objects.requireNonNull(shelf);
      if (unlessUnchanged && isOf(inputs, there)) {
        around
            .err()
            .println("The release in " + there + " is of the same articles: nothing to do.");
        return 0;
      }
      int done = make(articles, inputs, encoders, kept == null ? there : kept.next());
      if (done == 0 && kept != null) {
        kept.keep();
      }
      return done;
    }
  }

  private int switchTo(Shelf kept) {
    if (use != null) {
      kept.use(use);
    } else if (kept.back().isEmpty()) {
      around.err().println("There is no release before the one in use.");
      return 1;
    }
    around.out().println("in use: " + String.join(", before it ", kept.history()));
    return 0;
  }

  private int tellDiff(Release from, Release to) {
    ReleaseDiff changes = ReleaseDiff.between(from, to);
    around.out().println("from release " + from.id() + " to " + to.id());
    changes.changes().forEach((topic, all) -> {
      around.out().println(topic + ":");
      all.forEach(change -> around
          .out()
          .println("  " + change.kind().name().toLowerCase(Locale.ROOT) + "  " + change.what()
              + (change.asked().isEmpty() ? "" : "  " + change.asked())));
    });
    around.json(json.file, changes);
    return 0;
  }

  private int make(Path from, String inputs, Encoders encoders, Path target) {
    IngestReport report = ArticleReader.readDirectory(from);
    report.problems().forEach(problem -> around.err().println("problem  " + problem));
    report.warnings().forEach(warning -> around.err().println("warning  " + warning));
    int faults = report.problems().size() + report.warnings().size();
    if (strict && faults > 0) {
      around.err().println("No release made: " + faults + " fault(s), and --strict was given.");
      return 1;
    }
    if (report.problems().stream().anyMatch(Problem::misleads)) {
      around
          .err()
          .println("No release made: something would be quoted in another sense than its own.");
      return 1;
    }
    write(report, inputs, encoders, target);
    return 0;
  }

  private void write(IngestReport report, String inputs, Encoders encoders, Path target) {
    try (ProgressLine line = new ProgressLine(around, "embedding")) {
      Instant time = created == null ? around.clock().instant() : created;
      Manifest manifest =
          ReleaseBuilder.alone(encoders, line::at).write(report.articles(), inputs, time, target);
      if (key != null) {
        Signature.sign(target, key);
      }
      around
          .out()
          .println("release " + manifest.id() + ": " + report.articles().size() + " articles in "
              + (shelf == null ? target : shelf.resolve(manifest.id())));
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
  }

  private static boolean isOf(String inputs, Path there) {
    try {
      return Release.load(there).manifest().inputs().equals(inputs);
    } catch (DamagedRelease missing) {
      return false;
    }
  }

  private static Map<String, String> texts(Path articles) {
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
