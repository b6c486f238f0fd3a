package org.healthassistant.assistant.answer.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.Circumstances.Pregnancy;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.context.ContextReader;
import org.healthassistant.assistant.answer.context.ContextWords;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.knowledge.article.Condition;
import org.healthassistant.knowledge.article.Conditional;
import org.healthassistant.knowledge.article.RiskFact;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// What of an article is meant for a person by what was said in the conversation: of a pregnancy,
/// an age, other medicines, how long it has been going on.
final class ToldFacts {

  private static final int MOST = 2;

  /// The share of its words by which an answer says the same already.
  private static final double SAME = 0.5;

  private static final double INFANT = 1;
  private static final double OLDER = 65;

  private final Library library;

  ToldFacts(Library library) {
    this.library = library;
  }

  /// The lines that follow an answer's first sentence; at most two, may be empty.
  ///
  /// @param words what was looked up
  List<DraftSentence> find(Passage passage, Question question, String words) {
    Circumstances told = besides(passage, question.told());
    Stream<DraftSentence> meant = conditionals(
            passage, words, library.passages(passage.articleId()))
        .filter(one -> holds(one.conditional(), told))
        .map(one -> DraftSentence.meant(one.conditional().sentence(), one.passage(), List.of()));
    return Stream.concat(tooLong(passage, question).stream(), meant)
        .filter(line -> Completeness.shared(line.text(), passage.text()) < SAME)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /// What was told but for the medicine that the article itself is about.
  private static Circumstances besides(Passage passage, Circumstances told) {
    Set<String> other = new HashSet<>(told.medicines());
    other.removeAll(
        Medicines.BUILT_IN.namedIn(passage.title() + " " + String.join(" ", passage.also())));
    return new Circumstances(told.years(), told.pregnancy(), other, told.days(), told.settled());
  }

  /// A sentence for some of an answer, and those of the rest of its article that name a medicine
  /// that was asked about.
  static Stream<Meant> conditionals(Passage passage, String words, List<Passage> article) {
    Set<String> asked = Medicines.BUILT_IN.namedIn(words);
    Stream<Meant> rest = article.stream()
        .filter(other -> !other.id().equals(passage.id()))
        .flatMap(ToldFacts::all)
        .filter(one -> Medicines.BUILT_IN.namedIn(one.conditional().sentence()).stream()
            .anyMatch(asked::contains));
    return Stream.concat(all(passage), asked.isEmpty() ? Stream.empty() : rest);
  }

  private static Stream<Meant> all(Passage passage) {
    return passage.asked() == null
        ? Stream.empty()
        : passage.asked().conditionals().stream().map(one -> new Meant(passage, one));
  }

  /// A sentence and the answer it stands in.
  record Meant(Passage passage, Conditional conditional) {}

  private static boolean holds(Conditional one, Circumstances told) {
    return switch (one.condition()) {
      case Condition.Risk risk ->
        holds(risk.fact(), told) || mayHold(risk.fact(), one.sentence(), told);
      case Condition.Medicine medicine -> takes(medicine.name(), told);
      case Condition.Allergy allergy -> false;
      case Condition.Topic topic -> false;
      case Condition.Younger young ->
        told.years().filter(age -> age < young.years()).isPresent();
      case Condition.Aged aged ->
        told.years().filter(age -> age >= aged.years()).isPresent();
    };
  }

  /// Whether a sentence may be told to who is pregnant or nurses and did not say which: it says
  /// of neither that it is so.
  private static boolean mayHold(RiskFact fact, String sentence, Circumstances told) {
    return (fact == RiskFact.PREGNANT || fact == RiskFact.POSTPARTUM)
        && told.pregnancy().filter(Pregnancy.EITHER::equals).isPresent()
        && !ContextWords.BUILT_IN.saysWhichItIs(sentence);
  }

  private static boolean holds(RiskFact fact, Circumstances told) {
    return switch (fact) {
      case PREGNANT -> told.pregnancy().filter(Pregnancy::carries).isPresent();
      case POSTPARTUM -> told.pregnancy().filter(Pregnancy::nurses).isPresent();
      case INFANT -> told.years().filter(age -> age < INFANT).isPresent();
      case OLDER_ADULT -> told.years().filter(age -> age >= OLDER).isPresent();
      case ANTICOAGULANT -> takes("anticoagulant", told);
      case INSULIN -> takes("insulin", told);
      case IMMUNOSUPPRESSED, HEART_FAILURE, LIVES_ALONE -> false;
    };
  }

  private static boolean takes(String medicine, Circumstances told) {
    String wanted = plain(medicine);
    Set<String> named = Medicines.BUILT_IN.namedIn(medicine);
    return Medicines.BUILT_IN.withClasses(told.medicines()).stream()
        .anyMatch(one -> named.contains(one) || plain(one).equals(wanted));
  }

  private static String plain(String name) {
    return PhraseMatcher.plain(name).strip();
  }

  /// That something has gone on too long, as the article says it.
  private Optional<DraftSentence> tooLong(Passage passage, Question question) {
    return question
        .told()
        .days()
        .flatMap(days -> limits(library.passages(passage.articleId()))
            .filter(limit -> days >= limit.days())
            .findFirst()
            .map(limit -> DraftSentence.of(limit.sentence(), limit.passage())));
  }

  /// The sentences of an article that say when something has gone on too long.
  static Stream<Limit> limits(List<Passage> article) {
    return article.stream()
        .filter(part -> part.kind() == SectionKind.CALL_CARE_TEAM)
        .flatMap(part -> part.sentences().stream()
            .map(Sentence::text)
            .flatMap(text -> ContextReader.BUILT_IN
                .limit(text, part.language())
                .map(days -> new Limit(part, text, days))
                .stream()));
  }

  /// @param days after which the care team should be called
  record Limit(Passage passage, String sentence, double days) {}
}
