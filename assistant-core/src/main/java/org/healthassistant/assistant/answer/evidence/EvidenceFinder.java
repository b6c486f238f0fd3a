package org.healthassistant.assistant.answer.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.answer.NoVectorsException;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.answer.text.VettedStems;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.text.Language;

/// Gathers what an answer may rest on: the best article and its section, and the patient's fact.
public final class EvidenceFinder {

  private static final int HITS = 40;
  private static final int GOOD_HITS = 12;
  private static final int MANY = 300;

  /// What a hit must reach where its topic is named: far below the floor, far above chance.
  private static final double LEAST_OF_NAMED = 0.12;

  /// The same where the very heading is asked.
  private static final double LEAST_OF_HEADING = 0.3;

  /// How much better an article in the other language must be to go before one in the asker's.
  private static final double FAR_BETTER = 0.25;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Library library;
  private final RecordDesk records;
  private final OutOfScopeQuestions guard = new OutOfScopeQuestions();
  private final VettedStems vetted = new VettedStems();

  public EvidenceFinder(Library library, RecordDesk records) {
    this.library = library;
    this.records = records;
  }

  /// The evidence for a question; empty when nothing vetted is good enough. A message that goes
  /// on from the one before is looked up joined with it, any other by itself first.
  ///
  /// @throws NoVectorsException if the encoders are too busy
  public Optional<Evidence> find(Question question) {
    Optional<String> joined = question.earlier().isEmpty()
        ? Optional.empty()
        : Optional.of(question.earlier().getLast() + " " + question.text());
    boolean goesOn = QuestionCues.BUILT_IN.isFollowUp(question.text());
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
      throw new NoVectorsException();
    }
    List<SearchHit> good =
        readable(question, library.search(asked, question.language(), GOOD_HITS, true, vectors));
    Set<String> medicines =
        guard.kind(question.text()).isPresent() ? Set.of() : Medicines.BUILT_IN.namedIn(asked);
    Relevance relevance = new Relevance(question.text(), vectors.get().bilingual(), vetted);
    List<SearchHit> all = readable(
        question,
        library.search(asked, question.language(), good.isEmpty() ? MANY : HITS, false, vectors));
    Optional<SearchHit> found =
        best(good, medicines).or(() -> named(question.text(), all, medicines, relevance));
    return found.map(best -> {
      List<Passage> article = library.passages(best.passage().articleId());
      Intent intent = Intent.of(question.text());
      Passage section = section(question.text(), all, article, intent, relevance);
      return new Evidence(
          asked,
          good,
          article,
          section,
          intent,
          relevance,
          fact(question, section),
          best.otherLanguage());
    });
  }

  /// What the asker can be shown: English content helps a Spanish asker when nothing else does,
  /// and is said to be English; Spanish content is of no use to an English asker.
  private static List<SearchHit> readable(Question question, List<SearchHit> hits) {
    return hits.stream()
        .filter(hit -> !hit.otherLanguage() || hit.passage().language() == Language.ENGLISH)
        .toList();
  }

  /// The best hit whose article has every medicine that was asked about.
  private Optional<SearchHit> best(List<SearchHit> hits, Set<String> medicines) {
    List<SearchHit> good = hits.stream()
        .filter(hit -> hit.passage().kind() != SectionKind.QUESTIONS)
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

  /// The best hit of the topic that a message names, or under the very heading that it asks,
  /// where it asks for nothing else.
  private Optional<SearchHit> named(
      String text, List<SearchHit> all, Set<String> medicines, Relevance relevance) {
    Optional<String> topic = Topics.BUILT_IN.onlyNamed(text);
    return all.stream()
        .filter(hit -> topic.isPresent()
                && hit.score() >= LEAST_OF_NAMED
                && hit.passage().topics().getFirst().equals(topic.get())
            || hit.passage().kind() == SectionKind.TOPIC
                && hit.score() >= LEAST_OF_HEADING
                && relevance.isHeading(hit.passage(), text))
        .filter(hit -> covers(hit.passage().articleId(), medicines))
        .findFirst();
  }

  private boolean covers(String articleId, Set<String> medicines) {
    if (medicines.isEmpty()) {
      return true;
    }
    Set<String> inArticle = new HashSet<>();
    library
        .passages(articleId)
        .forEach(passage -> inArticle.addAll(Medicines.BUILT_IN.namedIn(passage.text())));
    return inArticle.containsAll(medicines);
  }

  /// The section that answers: by search, by what is asked for, by the words of its heading.
  private static Passage section(
      String text, List<SearchHit> all, List<Passage> article, Intent intent, Relevance relevance) {
    Map<String, Double> scores = new HashMap<>();
    all.forEach(hit -> scores.putIfAbsent(hit.passage().id(), hit.score()));
    boolean topicOnly = (PhraseMatcher.plain(text).strip().split(" ").length <= 3
            || Topics.BUILT_IN.onlyNamed(text).isPresent())
        && intent.kinds().isEmpty()
        && article.stream().noneMatch(passage -> relevance.ofHeading(passage) > 0);
    Comparator<Passage> byWorth = Comparator.comparingDouble(passage -> {
      double worth = scores.getOrDefault(passage.id(), 0.2)
          + weight(passage.kind()) * intent.fit(passage.kind())
          + 0.25 * relevance.ofBest(passage)
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

  /// How much it counts that a section is of the kind asked for: much where only one section of
  /// an article can be meant.
  private static double weight(SectionKind kind) {
    return switch (kind) {
      case EMERGENCY, CALL_CARE_TEAM, QUESTIONS, SYMPTOMS, CAUSES -> 0.8;
      case OVERVIEW, TREATMENT, SELF_CARE, TOPIC -> 0.4;
    };
  }

  private Optional<RecordFact> fact(Question question, Passage section) {
    if (!question.recordMayBeUsed() || !question.subject().isPatient()) {
      return Optional.empty();
    }
    String subject = question.subject().id();
    Optional<RecordFact> last =
        records.facts(subject, section.topics(), question.language()).stream().findFirst();
    if (last.isEmpty() || !QuestionCues.BUILT_IN.asksForTrend(question.text())) {
      return last;
    }
    return last.get()
        .loinc()
        .flatMap(code -> records.trendFact(subject, code, question.language()))
        .or(() -> last);
  }
}
