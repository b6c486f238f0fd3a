package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Circumstances.Pregnancy;
import org.healthassistant.assistant.answer.ContextKind;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.context.ContextWords;
import org.healthassistant.assistant.answer.request.ForWhom;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.article.Condition;
import org.healthassistant.knowledge.passage.Passage;

/// Knows what an answer depends on that neither the record nor the conversation holds. On what it
/// depends its article says: by the sentences that it has for some only, and by the times after
/// which the care team should be called.
public final class ContextNeeds {

  private static final int YOUNGEST_PREGNANT = 11;
  private static final int OLDEST_PREGNANT = 56;
  private static final int MOST_OFFERED = 3;
  private static final String OF_CHILD = "age-of-child";
  private static final ContextWords WORDS = ContextWords.BUILT_IN;

  private final RecordDesk records;
  private final ClinicalClock clock;

  ContextNeeds(RecordDesk records, ClinicalClock clock) {
    this.records = records;
    this.clock = clock;
  }

  /// What is to be asked before it is answered; empty where nothing is missing, or nothing may be
  /// asked back.
  Optional<Missing> missing(Question question, Evidence evidence, ForWhom whom) {
    if (!question.mayBeAskedBack()
        || question.told().narrows()
        || whom == ForWhom.PEOPLE
        || evidence.otherLanguage()) {
      return Optional.empty();
    }
    Passage passage = evidence.section();
    boolean ofUse = WORDS.asksOfUse(question.text());
    List<Condition> conditions = ofUse
        ? ToldFacts.conditionals(passage, evidence.asked(), evidence.article())
            .map(one -> one.conditional().condition())
            .toList()
        : List.of();
    return Stream.of(ContextKind.values())
        .filter(kind -> !question.told().settled().contains(kind))
        .filter(kind -> matters(kind, conditions, question, evidence, whom))
        .filter(kind -> !holds(kind, question, whom))
        .findFirst()
        .map(kind -> new Missing(kind, choices(kind, conditions, question.text())));
  }

  private static boolean matters(
      ContextKind kind,
      List<Condition> conditions,
      Question question,
      Evidence evidence,
      ForWhom whom) {
    boolean child = isOfChild(question.text());
    return switch (kind) {
      case PREGNANCY ->
        !child
            && !WORDS.isNeverPregnant(question.text())
            && question.told().years().filter(age -> !canBePregnant(age)).isEmpty()
            && conditions.stream()
                .anyMatch(one -> one instanceof Condition.Risk risk
                    && (risk.fact() == org.healthassistant.knowledge.article.RiskFact.PREGNANT
                        || risk.fact()
                            == org.healthassistant.knowledge.article.RiskFact.POSTPARTUM));
      case AGE ->
        question.told().pregnancy().filter(Pregnancy::carries).isEmpty()
            && conditions.stream().anyMatch(one -> dependsOnAge(one, whom, child));
      case MEDICINES -> !child && !offered(conditions).isEmpty();
      case HOW_LONG ->
        WORDS.tellsComplaint(question.text())
            && WORDS.lasting().contains(article(evidence.section()))
            && ToldFacts.limits(evidence.article()).findAny().isPresent();
    };
  }

  private static boolean isOfChild(String text) {
    return QuestionCues.BUILT_IN.isOfChild(text) || WORDS.namesSon(text);
  }

  /// Babies do not write, and nobody asks a grown-up's age for what holds for children.
  private static boolean dependsOnAge(Condition condition, ForWhom whom, boolean child) {
    return switch (condition) {
      case Condition.Younger young -> whom == ForWhom.ANOTHER && child;
      case Condition.Aged aged -> !child;
      case Condition.Risk risk ->
        switch (risk.fact()) {
          case INFANT -> whom == ForWhom.ANOTHER && child;
          case OLDER_ADULT -> !child;
          case PREGNANT,
              POSTPARTUM,
              ANTICOAGULANT,
              INSULIN,
              IMMUNOSUPPRESSED,
              HEART_FAILURE,
              LIVES_ALONE -> false;
        };
      case Condition.Medicine medicine -> false;
      case Condition.Allergy allergy -> false;
      case Condition.Topic topic -> false;
    };
  }

  /// Articles of a pair are told by the name that they share.
  private static String article(Passage passage) {
    return passage.articleId().replaceFirst("-es$", "");
  }

  /// Whether the record of the writer, who asks of himself, holds it.
  private boolean holds(ContextKind kind, Question question, ForWhom whom) {
    Viewer subject = question.viewer();
    if (whom != ForWhom.WRITER
        || !question.recordMayBeUsed()
        || !question.subject().isPatient()
        || !records.isShared(subject)) {
      return false;
    }
    return switch (kind) {
      case PREGNANCY -> pregnancyIsKnown(subject);
      case AGE -> person(subject, person -> person.ageOn(clock.today()) != null);
      case MEDICINES ->
        !records
            .current(subject, RecordQuestion.Part.MEDICINES, question.language())
            .isEmpty();
      case HOW_LONG -> false;
    };
  }

  private boolean pregnancyIsKnown(Viewer subject) {
    Set<RiskFact> risks = records.riskFacts(subject);
    return risks.contains(RiskFact.PREGNANT)
        || risks.contains(RiskFact.POSTPARTUM)
        || person(subject, person -> {
          Integer age = person.ageOn(clock.today());
          return person.gender().equals("male") || age != null && !canBePregnant(age);
        });
  }

  private static boolean canBePregnant(double age) {
    return age >= YOUNGEST_PREGNANT && age < OLDEST_PREGNANT;
  }

  private boolean person(Viewer subject, Predicate<Person> test) {
    return records.person(subject.subjectId()).filter(test).isPresent();
  }

  private static List<String> choices(ContextKind kind, List<Condition> conditions, String text) {
    if (kind == ContextKind.MEDICINES) {
      return Stream.concat(offered(conditions).stream(), Stream.of("none")).toList();
    }
    boolean child = kind == ContextKind.AGE && isOfChild(text);
    return List.copyOf(WORDS.choices(child ? OF_CHILD : kind.key()).keySet());
  }

  /// The choices that stand for the medicines on which an answer depends, the first three.
  private static List<String> offered(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(one -> switch (one) {
          case Condition.Medicine medicine -> Stream.of(medicine.name());
          case Condition.Risk risk ->
            switch (risk.fact()) {
              case ANTICOAGULANT -> Stream.of("anticoagulant");
              case INSULIN -> Stream.of("insulin");
              case PREGNANT,
                  POSTPARTUM,
                  INFANT,
                  OLDER_ADULT,
                  IMMUNOSUPPRESSED,
                  HEART_FAILURE,
                  LIVES_ALONE -> Stream.<String>empty();
            };
          case Condition.Allergy allergy -> Stream.<String>empty();
          case Condition.Topic topic -> Stream.<String>empty();
          case Condition.Younger young -> Stream.<String>empty();
          case Condition.Aged aged -> Stream.<String>empty();
        })
        .map(name -> PhraseMatcher.plain(name).strip())
        .flatMap(name -> WORDS.medicines().offered().entrySet().stream()
            .filter(entry -> entry.getValue().contains(name))
            .map(Map.Entry::getKey))
        .distinct()
        .limit(MOST_OFFERED)
        .collect(Collectors.toList());
  }

  /// What is to be asked.
  ///
  /// @param choices keys of what is offered, in their order
  public record Missing(ContextKind kind, List<String> choices) {

    /// Copies the list.
    public Missing {
      choices = List.copyOf(choices);
    }
  }
}
