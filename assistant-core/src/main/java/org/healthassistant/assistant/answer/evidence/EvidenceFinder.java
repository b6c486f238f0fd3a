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
import org.healthassistant.assistant.answer.text.RankingConstants;
import org.healthassistant.assistant.answer.text.RankingConstants.ForSection;
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

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Library library;
  private final RecordDesk records;
  private final RankingConstants constants;
  private final OutOfScopeQuestions guard;
  private final VettedStems vetted = new VettedStems();

  public EvidenceFinder(
      Library library, RecordDesk records, OutOfScopeQuestions guard, RankingConstants constants) {
    this.library = library;
    this.records = records;
    this.guard = guard;
    this.constants = constants;
  }

  /// The evidence for a question; empty when nothing vetted is good enough. A message that goes
  /// on from the one before is looked up joined with it, any other by itself first.
  ///
  /// @throws NoVectorsException if the encoders are too busy
  public Optional<Evidence> find(Question question) {
    Optional<String> joined = question.earlier().isEmpty()
        ? Optional.empty()
        : Optional.of(question.earlier().getLast() + " " + question.text());
    boolean goesOn =
        QuestionCues.BUILT_IN.isFollowUp(question.text(), constants.question().pointingWords());
    if (goesOn && joined.isPresent()) {
      return find(question, joined.get(), Optional.empty())
          .or(() -> find(question, question.text(), question.vectors()));
    }
    Optional<Evidence> alone = find(question, question.text(), question.vectors());
    boolean brief =
        question.text().strip().split("\\s+").length <= constants.question().briefWords();
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
    List<SearchHit> good = readable(
        question,
        library.search(asked, question.language(), constants.article().goodHits(), true, vectors));
    Set<String> medicines =
        guard.kind(question.text()).isPresent() ? Set.of() : Medicines.BUILT_IN.namedIn(asked);
    Relevance relevance =
        new Relevance(question.text(), vectors.get().bilingual(), vetted, constants);
    List<SearchHit> all = readable(
        question,
        library.search(
            asked,
            question.language(),
            good.isEmpty()
                ? constants.article().hitsWithoutGood()
                : constants.article().hits(),
            false,
            vectors));
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
        .filter(hit -> hit.score() > first.score() + constants.article().betterInOtherLanguage())
        .or(() -> Optional.of(first));
  }

  /// The best hit of the topic that a message names, or under the very heading that it asks,
  /// where it asks for nothing else.
  private Optional<SearchHit> named(
      String text, List<SearchHit> all, Set<String> medicines, Relevance relevance) {
    Optional<String> topic = Topics.BUILT_IN.onlyNamed(text);
    return all.stream()
        .filter(hit -> topic.isPresent()
                && hit.score() >= constants.article().leastWhereTopicIsNamed()
                && hit.passage().topics().getFirst().equals(topic.get())
            || hit.passage().kind() == SectionKind.TOPIC
                && hit.score() >= constants.article().leastWhereHeadingIsAsked()
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
  private Passage section(
      String text, List<SearchHit> all, List<Passage> article, Intent intent, Relevance relevance) {
    Map<String, Double> scores = new HashMap<>();
    all.forEach(hit -> scores.putIfAbsent(hit.passage().id(), hit.score()));
    boolean topicOnly = (PhraseMatcher.plain(text).strip().split(" ").length
                <= constants.question().topicWords()
            || Topics.BUILT_IN.onlyNamed(text).isPresent())
        && intent.kinds().isEmpty()
        && article.stream().noneMatch(passage -> relevance.headingShare(passage) > 0);
    ForSection adds = constants.section();
    Comparator<Passage> byWorth = Comparator.comparingDouble(passage -> {
      double worth = scores.getOrDefault(passage.id(), adds.scoreWithoutHit())
          + adds.weight(passage.kind()) * intent.fit(passage.kind())
          + adds.bestSentence() * relevance.bestScore(passage)
          + adds.heading() * relevance.headingShare(passage);
      boolean wanted = intent.fit(passage.kind()) > 0;
      if (topicOnly && passage.kind() == SectionKind.OVERVIEW) {
        worth += adds.overviewOfTopic();
      }
      return switch (passage.kind()) {
        case QUESTIONS -> worth + (wanted ? adds.questionsWanted() : adds.questionsUnwanted());
        case EMERGENCY, CALL_CARE_TEAM -> wanted ? worth : worth + adds.helpUnwanted();
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
    if (last.isEmpty() || !QuestionCues.BUILT_IN.asksForTrend(question.text())) {
      return last;
    }
    return last.get()
        .loinc()
        .flatMap(code -> records.trendFact(subject, code, question.language()))
        .or(() -> last);
  }
}
