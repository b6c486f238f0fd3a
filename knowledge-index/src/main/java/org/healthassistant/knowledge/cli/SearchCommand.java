package org.healthassistant.knowledge.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches a release.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Prints the passages that answer a question, best first, with their calibrated scores.",
    footer = {
      "",
      "Example:",
      "  knowledge-index search --k 3 \"what can I eat with type 2 diabetes\""
    })
final class SearchCommand implements Callable<Integer> {
  private final CommandContext around;

  @Parameters(index = "0", paramLabel = "QUESTION", description = "the question, in quotes")
  String question = "";

  @Option(
      names = "--release",
      paramLabel = "DIR|starter",
      description = "the release (default: ${DEFAULT-VALUE})")
  String release = "starter";

  @Option(
      names = "--lang",
      paramLabel = "en|es",
      description = "the asker's language (default: read from the question)")
  @Nullable
  String language;

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "the most passages (default: ${DEFAULT-VALUE})")
  int limit = 5;

  @Option(names = "--no-floor", description = "print weak hits too")
  boolean noFloor;

  @Option(
      names = "--retriever",
      paramLabel = "hybrid|bm25|dense",
      description = "the ranking (default: ${DEFAULT-VALUE})")
  String retriever = "hybrid";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "the day content must be valid on (default: today)")
  @Nullable
  LocalDate on;

  @Option(names = "--no-starter", description = "leave out content that no clinician has reviewed")
  boolean noStarter;

  @Mixin
  JsonOption json = new JsonOption();

  SearchCommand(CommandContext around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    SearchRequest request;
    try {
      Eligibility eligibility = new Eligibility(on == null ? around.today() : on, !noStarter);
      Language asked = language == null
          ? LanguageDetector.detect(question).orElse(Language.FALLBACK)
          : Language.required(language);
      request = SearchRequest.of(question, asked, eligibility)
          .withLimit(limit)
          .withFloor(!noFloor)
          .withRetriever(Retriever.valueOf(retriever.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException wrong) {
      around.err().println("Wrong option: " + wrong.getMessage());
      return 2;
    }
    try (Encoders encoders = Encoders.builtIn();
        KnowledgeIndex index = KnowledgeIndex.open(around.release(release), encoders, null)) {
      List<SearchHit> hits = index.search(request);
      hits.forEach(this::print);
      if (hits.isEmpty()) {
        around.err().println("Nothing good enough was found.");
      }
      around.json(
          json.file,
          Map.of(
              "release",
              index.releaseId(),
              "hits",
              hits.stream().map(FoundPassage::of).toList()));
    }
    return 0;
  }

  private void print(SearchHit hit) {
    FoundPassage found = FoundPassage.of(hit);
    around
        .out()
        .printf(
            Locale.ROOT,
            "%.2f  %s > %s  [%s]%n",
            found.score(),
            found.title(),
            found.section(),
            found.passageId());
    around.out().println("      " + found.text());
    around
        .out()
        .println("      " + found.publisher() + ", " + found.url()
            + (found.reviewedOn() == null
                ? " (not yet reviewed by a clinician)"
                : ", reviewed " + found.reviewedOn()));
  }
}
