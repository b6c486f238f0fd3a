package org.healthassistant.knowledge.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Counts what a release holds.
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description =
        "Prints how many articles, passages and sentences a release holds, by language and status.",
    footer = {"", "Example:", "  knowledge-index stats --release release"})
final class StatsCommand implements Callable<Integer> {
  private final CommandContext around;

  @Option(
      names = "--release",
      paramLabel = "DIR|starter",
      description = "the release (default: ${DEFAULT-VALUE})")
  String release = "starter";

  @Mixin
  JsonOption json = new JsonOption();

  /// What a release holds.
  ///
  /// @param byLanguage articles by language
  /// @param byStatus articles by status
  record Stats(
      String release,
      int articles,
      int passages,
      int sentences,
      Map<String, Long> byLanguage,
      Map<String, Long> byStatus) {}

  StatsCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Release loaded = around.release(release);
    Stats stats = new Stats(
        loaded.id(),
        loaded.articles().size(),
        loaded.passages().size(),
        loaded.passages().stream()
            .mapToInt(passage -> passage.sentences().size())
            .sum(),
        count(loaded, article -> article.front().language().tag()),
        count(loaded, article -> article.front().status().label()));
    around.out().println("release    " + stats.release());
    around
        .out()
        .println(
            "articles   " + stats.articles() + " " + stats.byLanguage() + " " + stats.byStatus());
    around.out().println("passages   " + stats.passages());
    around.out().println("sentences  " + stats.sentences());
    around.json(json.file, stats);
    return 0;
  }

  private static Map<String, Long> count(Release release, Function<Article, String> by) {
    return release.articles().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
