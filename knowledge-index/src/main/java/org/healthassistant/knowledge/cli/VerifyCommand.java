package org.healthassistant.knowledge.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.ingest.IngestReport;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.release.Signature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks a release, or articles before they become one.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Checks a release against its manifest, or articles against the rules; ends with 1 when"
            + " something is wrong.",
    footer = {
      "",
      "Examples:",
      "  knowledge-index verify --release release --public-key clinic.pub",
      "  knowledge-index verify --articles content"
    })
final class VerifyCommand implements Callable<Integer> {
  private final CommandContext around;

  @Option(
      names = "--release",
      paramLabel = "DIR|starter",
      description = "the release (default: starter)")
  @Nullable
  String release;

  @Option(names = "--articles", paramLabel = "DIR", description = "articles to check instead")
  @Nullable
  Path articles;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "and that it is signed by this Ed25519 key's owner (PEM)")
  @Nullable
  Path publicKey;

  @Mixin
  JsonOption json = new JsonOption();

  VerifyCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return articles == null
        ? verifyRelease(release == null ? "starter" : release)
        : verifyArticles(articles);
  }

  private int verifyRelease(String where) {
    Release whole = publicKey == null
        ? around.release(where)
        : Release.load(Path.of(where), Signature.publicKey(publicKey));
    around
        .out()
        .println("release " + whole.id() + " is whole" + (publicKey == null ? "" : " and signed")
            + ": " + whole.articles().size() + " articles");
    around.json(
        json.file, Map.of("release", whole.id(), "articles", whole.articles().size()));
    return 0;
  }

  private int verifyArticles(Path directory) {
    IngestReport report = ArticleReader.readDirectory(directory);
    report.problems().forEach(problem -> around.out().println("problem  " + problem));
    report.warnings().forEach(warning -> around.out().println("warning  " + warning));
    around
        .out()
        .println(report.articles().size() + " well-formed articles, "
            + report.problems().size() + " problems, " + report.warnings().size() + " warnings");
    around.json(
        json.file,
        Map.of(
            "articles",
            report.articles().size(),
            "problems",
            report.problems(),
            "warnings",
            report.warnings()));
    return report.problems().isEmpty() ? 0 : 1;
  }
}
