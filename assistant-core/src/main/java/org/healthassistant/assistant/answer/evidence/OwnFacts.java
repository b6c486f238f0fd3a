package org.healthassistant.assistant.answer.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.told.AskedNames;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.article.Condition;
import org.healthassistant.knowledge.article.Conditional;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;

/// What of the patient belongs to an answer: the value it names, and its sentences for those to
/// whom they apply. Nothing without `record` consent, or where the channel may not tell it.
final class OwnFacts {

  /// Sentences of other answers that are told where a medicine is asked about.
  private static final int MOST_WARNINGS = 2;

  private final RecordDesk records;
  private final Library library;
  private final ClinicalClock clock;

  OwnFacts(RecordDesk records, Library library, ClinicalClock clock) {
    this.records = records;
    this.library = library;
    this.clock = clock;
  }

  /// The lines that follow an answer's first sentence; may be empty. Where a medicine is asked
  /// about, its article's warnings for this patient follow too, whichever answer they stand in.
  /// Each sentence on somebody's condition is cited to the article, and to the item of the record
  /// where one says so.
  ///
  /// @param words what was looked up: the message, perhaps with one before it
  List<DraftSentence> find(Passage passage, Question question, String words) {
    Asked asked = passage.asked();
    if (asked == null || !question.recordMayBeUsed() || !question.subject().isPatient()) {
      return List.of();
    }
    List<DraftSentence> lines = new ArrayList<>();
    measure(passage, asked, question, words)
        .flatMap(loinc -> records.value(question.viewer(), loinc, question.language()))
        .map(DraftSentence::of)
        .ifPresent(lines::add);
    lines.addAll(meant(passage, any -> true, question));
    warnings(passage, question, words).stream().limit(MOST_WARNINGS).forEach(lines::add);
    return lines;
  }

  /// What the rest of the article says to this patient of a medicine that was asked about.
  private List<DraftSentence> warnings(Passage passage, Question question, String words) {
    Set<String> asked = Medicines.BUILT_IN.namedIn(words);
    return asked.isEmpty()
        ? List.of()
        : library.passages(passage.articleId()).stream()
            .filter(other -> !other.id().equals(passage.id()))
            .flatMap(other -> meant(other, OwnFacts::warns, question).stream())
            .filter(
                line -> Medicines.BUILT_IN.namedIn(line.text()).stream().anyMatch(asked::contains))
            .toList();
  }

  /// The measure whose last value belongs to an answer: the one its author named; else, where it
  /// speaks of something that the patient has, one by which that is followed and that the answer
  /// is about or the message names.
  private Optional<String> measure(Passage passage, Asked asked, Question question, String words) {
    if (asked.value() != null) {
      return Optional.of(asked.value());
    }
    boolean acts = switch (passage.kind()) {
      case OVERVIEW, TREATMENT, SELF_CARE, TOPIC -> true;
      case SYMPTOMS, CAUSES, CALL_CARE_TEAM, EMERGENCY, QUESTIONS -> false;
    };
    String about = PhraseMatcher.plain(
        words + " " + asked.question() + " " + passage.sentences().getFirst().text());
    return library
        .article(passage.articleId())
        .map(article -> article.front().record())
        .filter(tied -> acts && !tied.conditions().isEmpty())
        .flatMap(tied -> tied.measures().stream()
            .filter(loinc -> AskedNames.namesMeasure(about, loinc))
            .findFirst())
        .filter(any -> passage.topics().stream()
            .anyMatch(topic ->
                ground(new Condition.Topic(topic), question.viewer(), question).isPresent()));
  }

  private List<DraftSentence> meant(
      Passage passage, Predicate<Condition> wanted, Question question) {
    List<Conditional> all =
        passage.asked() == null ? List.of() : passage.asked().conditionals();
    return all.stream()
        .filter(conditional -> wanted.test(conditional.condition()))
        .flatMap(conditional -> ground(conditional.condition(), question.viewer(), question)
            .map(items -> DraftSentence.meant(conditional.sentence(), passage, items))
            .stream())
        .toList();
  }

  /// Whether a condition speaks of a danger with a medicine, rather than of an age or a disease.
  private static boolean warns(Condition condition) {
    return switch (condition) {
      case Condition.Risk risk -> true;
      case Condition.Medicine medicine -> true;
      case Condition.Allergy allergy -> true;
      case Condition.Topic topic -> false;
      case Condition.Younger younger -> false;
      case Condition.Aged aged -> false;
    };
  }

  /// The items by which a condition holds, perhaps none; empty where it does not hold or cannot
  /// be told.
  private Optional<List<RecordFact>> ground(
      Condition condition, Viewer subject, Question question) {
    return switch (condition) {
      case Condition.Risk risk ->
        records.isShared(subject)
                && records
                    .riskFacts(subject)
                    .contains(RiskFact.valueOf(risk.fact().name()))
            ? Optional.of(List.of())
            : Optional.empty();
      case Condition.Medicine medicine ->
        listed(
            subject, RecordQuestion.Part.MEDICINES, question, fact -> isOf(fact, medicine.name()));
      case Condition.Allergy allergy ->
        listed(subject, RecordQuestion.Part.ALLERGIES, question, fact -> isOf(fact, allergy.to()));
      case Condition.Topic topic -> {
        Set<String> names = library.namesOf(topic.slug());
        yield listed(
            subject,
            RecordQuestion.Part.CONDITIONS,
            question,
            fact -> names.stream().anyMatch(name -> has(fact.label(), name)));
      }
      case Condition.Younger young -> age(subject, age -> age < young.years());
      case Condition.Aged aged -> age(subject, age -> age >= aged.years());
    };
  }

  private Optional<List<RecordFact>> listed(
      Viewer subject, RecordQuestion.Part part, Question question, Predicate<RecordFact> wanted) {
    List<RecordFact> found = records.current(subject, part, question.language()).stream()
        .filter(wanted)
        .limit(1)
        .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<RecordFact>> age(Viewer subject, Predicate<Integer> wanted) {
    return records.isShared(subject)
        ? records
            .person(subject.subjectId())
            .flatMap(person -> Optional.ofNullable(person.ageOn(clock.today())))
            .filter(wanted)
            .map(age -> List.of())
        : Optional.empty();
  }

  /// Whether an item names a medicine or something of its class.
  private static boolean isOf(RecordFact fact, String name) {
    Set<String> named = Medicines.BUILT_IN.withClasses(Medicines.BUILT_IN.namedIn(fact.label()));
    Set<String> wanted = Medicines.BUILT_IN.namedIn(name);
    String plain = PhraseMatcher.plain(name).strip();
    return named.stream().anyMatch(wanted::contains)
        || named.stream().map(one -> PhraseMatcher.plain(one).strip()).anyMatch(plain::equals)
        || has(fact.label(), name);
  }

  private static boolean has(String label, String name) {
    return PhraseMatcher.plain(label).contains(PhraseMatcher.plain(name));
  }
}
