package org.healthassistant.assistant.tools;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.ProviderInterface;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.ScreenProbe;
import org.healthassistant.assistant.turn.Turn;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the screen says of a text, and what the library holds on a question. Nothing is stored.
@RestController
@ProviderInterface
@RequestMapping("/api/v1")
class ToolsApi {

  private static final int MOST_HITS = 100;
  private static final int MOST_CONTEXT = 20;
  private static final int LONGEST = 64 * 1024;

  private final ScreenProbe probe;
  private final Library library;
  private final RealClock clock;

  ToolsApi(ScreenProbe probe, Library library, RealClock clock) {
    this.probe = probe;
    this.library = library;
    this.clock = clock;
  }

  @PostMapping("/triage")
  @Operation(operationId = "triage", summary = "What the screen says of a text; nothing is stored")
  Turn.Triage triage(@RequestBody TriageRequest request) {
    return probe.triage(request.text(), request.contextOrNone(), request.facts());
  }

  @GetMapping("/knowledge/search")
  @Operation(operationId = "searchKnowledge", summary = "What the library holds on a question")
  @Refuses(ProblemCode.MISSING_PARAMETER)
  Hits search(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(defaultValue = "10") int k,
      @RequestParam(defaultValue = "true") boolean floor) {
    if (q.isBlank()) {
      throw new Refusal(ProblemCode.MISSING_PARAMETER, "'q' is needed");
    }
    if (q.length() > LONGEST) {
      throw new Refusal(
          ProblemCode.INVALID_PARAMETER, "'q' has at most " + LONGEST + " characters");
    }
    Language language = lang == null ? Language.FALLBACK : language(lang);
    if (k < 1 || k > MOST_HITS) {
      throw new Refusal(ProblemCode.INVALID_PARAMETER, "'k' is 1 to " + MOST_HITS);
    }
    Instant begun = clock.instant();
    List<Hit> hits = library.search(q, language, k, floor, Optional.empty()).stream()
        .map(Hit::of)
        .toList();
    return new Hits(hits, Duration.between(begun, clock.instant()).toMillis());
  }

  private static Language language(String tag) {
    return Language.find(tag)
        .orElseThrow(() -> new Refusal(
            ProblemCode.INVALID_PARAMETER, "'lang' is " + String.join(" or ", Language.tags())));
  }

  /// @param language a hint; the rules of all languages always run
  /// @param context the patient's earlier messages, oldest first
  /// @param risk codes of risk facts
  record TriageRequest(
      String text,
      @Nullable String language,
      @Nullable List<String> context,
      @Nullable List<String> risk) {

    TriageRequest {
      if (text == null || text.isBlank()) {
        throw Refusal.missing("text");
      }
      if (text.length() > LONGEST) {
        throw new Refusal(ProblemCode.TOO_LONG, "'text' has at most 65536 characters");
      }
      if (context != null && (context.size() > MOST_CONTEXT || context.contains(null))) {
        throw new Refusal(
            ProblemCode.INVALID_MEMBER, "'context' has at most " + MOST_CONTEXT + " texts");
      }
      if (context != null && context.stream().anyMatch(one -> one.length() > LONGEST)) {
        throw new Refusal(ProblemCode.TOO_LONG, "a text of 'context' has at most 65536 characters");
      }
      if (risk != null && risk.stream().anyMatch(code -> code == null || isUnknown(code))) {
        throw new Refusal(
            ProblemCode.INVALID_MEMBER, "'risk' holds risk facts such as anticoagulant");
      }
    }

    private static boolean isUnknown(String code) {
      return RiskFact.of(code).isEmpty();
    }

    List<String> contextOrNone() {
      return context == null ? List.of() : context;
    }

    Set<RiskFact> facts() {
      return risk == null
          ? Set.of()
          : risk.stream().flatMap(c -> RiskFact.of(c).stream()).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return "TriageRequest[REDACTED]";
    }
  }

  record Hits(List<Hit> hits, long tookMillis) {}

  /// @param reviewedOn null for content that no clinician has reviewed
  record Hit(
      String passageId,
      String articleId,
      String title,
      String section,
      String text,
      double score,
      @Nullable LocalDate reviewedOn,
      String publisher,
      String url) {
    static Hit of(SearchHit hit) {
      Passage passage = hit.passage();
      return new Hit(
          passage.id(),
          passage.articleId(),
          passage.title(),
          passage.section(),
          passage.text(),
          hit.score(),
          passage.reviewedOn(),
          passage.publisher(),
          passage.url());
    }
  }
}
