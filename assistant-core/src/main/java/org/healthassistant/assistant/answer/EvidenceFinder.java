package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.Passage;
import org.healthassistant.knowledge.QuestionVectors;
import org.healthassistant.knowledge.SearchHit;
import org.healthassistant.knowledge.article.SectionKind;

/// Gathers what an answer may rest on: the best article and its section, and the patient's fact.
final class EvidenceFinder {

  /// The calibrated score below which a hit is not good enough.
  static final double FLOOR = 0.5;

  private static final int HITS = 24;

  /// How much better an article in the other language must be to go before one in the asker's.
  private static final double FAR_BETTER = 0.25;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Library library;
  private final RecordDesk records;

  EvidenceFinder(Library library, RecordDesk records) {
    this.library = library;
    this.records = records;
  }

  /// The evidence for a question; empty when nothing vetted is good enough. A message that goes on
  /// from the one before is looked up joined with it, any other by itself first.
  Optional<Evidence> find(Question question) {
    Optional<String> joined = question.earlier().isEmpty()
        ? Optional.empty()
        : Optional.of(question.earlier().getLast() + " " + question.text());
    boolean goesOn = Replies.BUILT_IN.isFollowUp(question.text());
    if (goesOn && joined.isPresent()) {
      return find(question, joined.get(), Optional.empty())
          .or(() -> find(question, question.text(), question.vectors()));
    }
    Optional<Evidence> alone = find(question, question.text(), question.vectors());
    boolean brief = question.text().strip().split("\\s+").length <= 5;
    return alone.isEmpty() && brief && joined.isPresent()
        ? find(question, joined.get(), Optional.empty())
        : alone;
  }

  private Optional<Evidence> find(
      Question question, String asked, Optional<QuestionVectors> known) {
    Optional<QuestionVectors> vectors = known.or(() -> library
        .begin(asked)
        .question(
            question.budget().compareTo(LONGEST_WAIT) < 0 ? question.budget() : LONGEST_WAIT));
    if (vectors.isEmpty()) {
      return Optional.empty();
    }
    List<SearchHit> all = library.search(asked, question.language(), HITS, false, vectors);
    Set<String> medicines = medicines(asked);
    return best(all, medicines).map(best -> {
      List<Passage> article = library.passages(best.passage().articleId());
      Relevance relevance = new Relevance(question.text(), vectors.get().bilingual());
      Intent intent = Intent.of(question.text());
      Passage section = section(question.text(), all, article, intent, relevance);
      return new Evidence(
          asked,
          all.stream().filter(hit -> hit.score() >= FLOOR).toList(),
          article,
          section,
          intent,
          relevance,
          fact(question, section),
          best.otherLanguage());
    });
  }

  /// The best hit whose article has every medicine that was asked about.
  private Optional<SearchHit> best(List<SearchHit> all, Set<String> medicines) {
    List<SearchHit> good = all.stream()
        .filter(hit -> hit.score() >= FLOOR && hit.passage().kind() != SectionKind.QUESTIONS)
        .filter(hit -> covers(hit.passage().articleId(), medicines))
        .toList();
    if (good.isEmpty()) {
      return Optional.empty();
    }
    SearchHit first = good.getFirst();
    return good.stream()
        .filter(hit -> hit.otherLanguage() != first.otherLanguage())
        .max(Comparator.comparingDouble(SearchHit::score))
        .filter(hit -> hit.score() > first.score() + FAR_BETTER)
        .or(() -> Optional.of(first));
  }

  private boolean covers(String articleId, Set<String> medicines) {
    if (medicines.isEmpty()) {
      return true;
    }
    Set<String> inArticle = new HashSet<>();
    library.passages(articleId).forEach(passage -> inArticle.addAll(medicines(passage.text())));
    return inArticle.containsAll(medicines);
  }

  static Set<String> medicines(String text) {
    return Words.cut(Words.fold(text)).stream()
        .flatMap(word -> Medicines.BUILT_IN.of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The section that answers: by search, by what is asked for, by the words of its heading.
  private static Passage section(
      String text, List<SearchHit> all, List<Passage> article, Intent intent, Relevance relevance) {
    Map<String, Double> scores = new HashMap<>();
    all.forEach(hit -> scores.putIfAbsent(hit.passage().id(), hit.score()));
    boolean topicOnly = Relevance.stems(text).size() <= 2 && intent.kinds().isEmpty();
    Comparator<Passage> byWorth = Comparator.comparingDouble(passage -> {
      double worth = scores.getOrDefault(passage.id(), 0.2)
          + 0.3 * intent.fit(passage.kind())
          + 0.4 * relevance.ofHeading(passage);
      boolean wanted = intent.fit(passage.kind()) > 0;
      if (topicOnly && passage.kind() == SectionKind.OVERVIEW) {
        worth += 0.5;
      }
      return switch (passage.kind()) {
        case QUESTIONS -> wanted ? worth + 1 : worth - 2;
        case EMERGENCY, CALL_CARE_TEAM -> wanted ? worth : worth - 0.2;
        case OVERVIEW, SYMPTOMS, CAUSES, TREATMENT, SELF_CARE, TOPIC -> worth;
      };
    });
    List<Passage> inOrder = new ArrayList<>(article.reversed());
    return inOrder.stream().max(byWorth).orElseThrow();
  }

  private Optional<RecordFact> fact(Question question, Passage section) {
    if (!question.recordMayBeUsed() || !question.subject().isPatient()) {
      return Optional.empty();
    }
    String subject = question.subject().id();
    Optional<RecordFact> last =
        records.facts(subject, section.topics(), question.language()).stream().findFirst();
    if (last.isEmpty() || !Replies.BUILT_IN.asksForTrend(question.text())) {
      return last;
    }
    return last.get()
        .loinc()
        .flatMap(code -> records.trendFact(subject, code, question.language()))
        .or(() -> last);
  }
}
