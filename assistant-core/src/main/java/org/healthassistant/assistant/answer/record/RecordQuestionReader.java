package org.healthassistant.assistant.answer.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.record.told.AskedNames;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Reads whether a message asks for something of the writer's own record, and what.
///
/// A message must be a question or a short wish, must speak of the writer, must ask for no
/// general knowledge or advice, and must name a part of a record, a measure, or something of
/// which who, when or how is asked.
final class RecordQuestionReader {

  private static final int MOST_WORDS = 14;
  private static final int MOST_WITH_A_MARK_ONLY = 9;
  private static final int SHORT = 6;

  private static final Set<Part> WHOLE = EnumSet.of(Part.EVERYTHING, Part.SOURCES, Part.SHEET);

  /// Beside these parts a measure is meant as what is named with it, not as what is asked for.
  private static final Set<Part> BEFORE_MEASURES =
      EnumSet.of(Part.MEDICINES, Part.ALLERGIES, Part.IMMUNIZATIONS, Part.APPOINTMENTS, Part.DUE);

  /// What can be asked of a thing that is only named.
  private static final Set<Aspect> OF_A_NAME = EnumSet.of(
      Aspect.WHO,
      Aspect.WHAT_FOR,
      Aspect.SINCE,
      Aspect.HOW,
      Aspect.REFILL,
      Aspect.WHETHER,
      Aspect.LAST);

  /// What can be asked of readings even where the message calls them by an illness.
  private static final Set<Aspect> OF_READINGS = EnumSet.of(
      Aspect.TREND, Aspect.HIGHEST, Aspect.LOWEST, Aspect.PREVIOUS, Aspect.AVERAGE, Aspect.GOAL);

  /// By which a short message asks for what is of late.
  private static final Set<Aspect> LATELY =
      EnumSet.of(Aspect.LAST, Aspect.TREND, Aspect.HIGHEST, Aspect.LOWEST);

  /// By which an appointment is one that was.
  private static final Set<String> LAST_ONES = Set.of(
      "last",
      "past",
      "previous",
      "recent",
      "ultima",
      "ultimas",
      "pasada",
      "pasadas",
      "anterior",
      "anteriores");

  private final QuestionWords words;

  RecordQuestionReader(QuestionWords words) {
    this.words = words;
  }

  /// What a message asks of the writer's record; empty where it asks nothing of it.
  ///
  /// @param today the clinical day, from which times are reckoned
  Optional<RecordQuestion> read(String text, LocalDate today) {
    String plain = PhraseMatcher.plain(text);
    List<String> tokens = Arrays.stream(plain.strip().split(" ")).toList();
    if (tokens.size() > MOST_WORDS || isOfSomebodyElse(plain)) {
      return Optional.empty();
    }
    Message message = new Message(
        text,
        plain,
        tokens,
        words.part(plain, tokens),
        words.aspect(plain),
        AskedMeasures.in(tokens),
        AskedSpan.in(tokens, today, words.spans()));
    if (message.part().filter(WHOLE::contains).isPresent()) {
      return Optional.of(question(message, message.part().get(), Aspect.LAST));
    }
    return isGeneral(message) || !isAsked(message) || holdsAReading(message)
        ? Optional.empty()
        : part(message);
  }

  private boolean isOfSomebodyElse(String plain) {
    return QuestionWords.has(words.others(), plain)
        && !QuestionWords.has(words.othersAllowed(), plain);
  }

  private boolean isGeneral(Message message) {
    boolean named = message.part().filter(part -> part == Part.PLANS).isPresent()
        || message.aspect().filter(aspect -> aspect == Aspect.WHAT_FOR).isPresent();
    return !named && QuestionWords.has(words.general(), message.plain());
  }

  /// A question, or a short message that only names what is wanted.
  private boolean isAsked(Message message) {
    boolean marked = message.text().contains("?") || message.text().contains("¿");
    return begins(message, words.asks())
        || isWish(message)
        || marked && message.tokens().size() <= MOST_WITH_A_MARK_ONLY;
  }

  /// Whether a message begins with one of some cues, after a greeting and the like.
  private boolean begins(Message message, Map<Language, List<String>> cues) {
    String rest = message.plain();
    for (String cue = lead(rest); cue != null; cue = lead(rest)) {
      rest = rest.substring(cue.length() + 1);
    }
    String asked = rest;
    return cues.values().stream().anyMatch(some -> PhraseMatcher.anyFirst(asked, some));
  }

  private @Nullable String lead(String rest) {
    return words.lead().values().stream()
        .flatMap(List::stream)
        .filter(cue -> rest.startsWith(" " + cue + " "))
        .findFirst()
        .orElse(null);
  }

  private boolean isWish(Message message) {
    boolean named = QuestionWords.has(words.mine(), message.plain())
        || message.aspect().filter(LATELY::contains).isPresent()
        || message.span().from() != null;
    return message.tokens().size() <= SHORT
        && message.tokens().size() > 1
        && named
        && !QuestionWords.has(words.statement(), message.plain());
  }

  /// Whether it tells a number of its own: then it is a reading, not a question for one.
  private static boolean holdsAReading(Message message) {
    return IntStream.range(0, message.tokens().size())
        .filter(i ->
            !message.span().used().contains(i) && !message.measures().used().contains(i))
        .mapToObj(message.tokens()::get)
        .anyMatch(token -> token.chars().allMatch(Character::isDigit));
  }

  private Optional<RecordQuestion> part(Message message) {
    boolean own = QuestionWords.has(words.own(), message.plain());
    boolean inRecord = QuestionWords.has(words.inRecord(), message.plain());
    if (isGuess(message, inRecord)) {
      return Optional.empty();
    }
    if (own && isOfACondition(message, inRecord)) {
      return Optional.of(question(message, Part.CONDITIONS, message.aspectOr(Aspect.WHETHER)));
    }
    boolean medicine = isOfAMedicine(message);
    if (isOfAMeasure(message) && !medicine) {
      return (own || isWished(message)) && isOpen(message)
          ? Optional.of(question(message, Part.MEASURE, message.aspectOr(Aspect.LAST)))
          : Optional.empty();
    }
    if (!own && !inRecord && !isListed(message)) {
      return Optional.empty();
    }
    if (medicine) {
      return medicine(message);
    }
    return message.part().isEmpty()
        ? any(message)
        : isOpen(message) ? named(message, message.part().get()) : Optional.empty();
  }

  /// Whether it says what is wanted, or begins as one asks for a list or a value.
  private boolean isOpen(Message message) {
    return message.aspect().isPresent() || isWish(message) || begins(message, words.opens());
  }

  private static boolean isOfACondition(Message message, boolean inRecord) {
    boolean since = message.aspect().filter(aspect -> aspect == Aspect.SINCE).isPresent();
    return (since || inRecord)
        && AskedNames.namesCondition(message.plain())
        && message.part().filter(part -> part == Part.MEDICINES).isEmpty();
  }

  /// A measure, but not where it is part of the name of an illness ("high blood pressure").
  private static boolean isOfAMeasure(Message message) {
    boolean illness = AskedNames.namesHighOrLow(message.plain())
        && message.aspect().filter(OF_READINGS::contains).isEmpty();
    return !message.measures().names().isEmpty()
        && !illness
        && (isOfDays(message)
            || message.part().filter(BEFORE_MEASURES::contains).isEmpty());
  }

  /// Whether it is of what wearables tell by the day, beside which "take" is said of no medicine.
  private static boolean isOfDays(Message message) {
    return RecordQuestion.BY_DAY.containsAll(message.measures().names())
        && !AskedNames.namesMedicine(message.plain())
        && Medicines.BUILT_IN.namedIn(message.text()).isEmpty();
  }

  /// Whether it asks what illness the writer has: that is nobody's to say from a record alone.
  private static boolean isGuess(Message message, boolean inRecord) {
    boolean asks = message.plain().startsWith(" do i have ")
        || message.plain().startsWith(" tengo ")
        || message.plain().startsWith(" am i ") && AskedNames.namesCondition(message.plain());
    return asks && !inRecord && message.part().isEmpty();
  }

  /// Without a word on the writer: "latest potassium", "bp over the last 6 months".
  private boolean isWished(Message message) {
    boolean last = message
        .aspect()
        .filter(aspect -> aspect == Aspect.LAST || aspect == Aspect.HIGHEST)
        .isPresent();
    return isWish(message) && (last || message.span().from() != null);
  }

  /// Without a word on the writer: "what is due".
  private boolean isListed(Message message) {
    return message.part().filter(part -> part == Part.DUE).isPresent()
        && message.tokens().size() <= SHORT
        && begins(message, words.opens());
  }

  private boolean isOfAMedicine(Message message) {
    boolean other = message
        .part()
        .filter(part -> part != Part.MEDICINES && part != Part.CONDITIONS && part != Part.RESULTS)
        .isPresent();
    boolean named = AskedNames.namesMedicine(message.plain())
        || !Medicines.BUILT_IN.namedIn(message.text()).isEmpty();
    return !other && named && (message.measures().names().isEmpty() || isTaken(message));
  }

  private static boolean isTaken(Message message) {
    return message.part().filter(part -> part == Part.MEDICINES).isPresent()
        || AskedNames.namesMedicine(message.plain());
  }

  private Optional<RecordQuestion> medicine(Message message) {
    boolean listed = words.isStrong(Part.MEDICINES, message.plain(), message.tokens());
    Aspect aspect = message.aspectOr(Aspect.LAST);
    boolean fits = message.aspect().filter(OF_A_NAME::contains).isPresent()
        || message.aspect().isEmpty() && listed && isOpen(message);
    return fits ? Optional.of(question(message, Part.MEDICINES, aspect)) : Optional.empty();
  }

  /// A part that is named, where nothing else in the message says that it is not asked for.
  private Optional<RecordQuestion> named(Message message, Part meant) {
    boolean past = meant == Part.APPOINTMENTS && isOfTheLast(message);
    Part part = past ? Part.VISITS : meant;
    RecordQuestion question = question(message, part, message.aspectOr(Aspect.LAST));
    boolean strong = words.isStrong(part, message.plain(), message.tokens());
    return switch (part) {
      case ALLERGIES -> only(question, isAllergy(question, message));
      case TEAM -> only(question, strong || question.aspect() == Aspect.WHO);
      case DUE, CONDITIONS -> only(question, strong || !question.isNamed());
      case MEDICINES -> strong ? Optional.of(question) : any(message);
      case RESULTS, VITALS -> question.isNamed() ? any(message) : Optional.of(question);
      case IMMUNIZATIONS -> isVaccine(question, message) ? Optional.of(question) : any(message);
      default -> Optional.of(question);
    };
  }

  /// "When was my last appointment?", where the next one has the same aspect.
  private static boolean isOfTheLast(Message message) {
    return message.tokens().stream().anyMatch(LAST_ONES::contains);
  }

  private static Optional<RecordQuestion> only(RecordQuestion question, boolean fits) {
    return fits ? Optional.of(question) : Optional.empty();
  }

  private static boolean isVaccine(RecordQuestion question, Message message) {
    return !question.isNamed() || AskedNames.namesVaccine(message.plain());
  }

  private static boolean isAllergy(RecordQuestion question, Message message) {
    return !question.isNamed()
        || question.aspect() == Aspect.WHETHER
        || AskedNames.namesAllergen(message.plain())
        || !Medicines.BUILT_IN.namedIn(message.text()).isEmpty();
  }

  /// Something that only the record may know the name of.
  private Optional<RecordQuestion> any(Message message) {
    RecordQuestion question = question(message, Part.ANY, message.aspectOr(Aspect.LAST));
    boolean asks = message
        .aspect()
        .filter(aspect -> OF_A_NAME.contains(aspect) && aspect != Aspect.WHETHER)
        .isPresent();
    boolean had = QuestionWords.has(words.had(), message.plain());
    return (asks || had) && question.isNamed() ? Optional.of(question) : Optional.empty();
  }

  private RecordQuestion question(Message message, Part part, Aspect aspect) {
    return new RecordQuestion(
        part,
        aspect,
        part == Part.MEASURE ? message.measures().names() : List.of(),
        names(message),
        message.plain(),
        message.span().from(),
        message.span().to());
  }

  /// The words that name something, each medicine also by its generic name.
  private String names(Message message) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < message.tokens().size(); i++) {
      String token = message.tokens().get(i);
      if (!words.isFrame(token) && !message.span().used().contains(i) && token.length() > 1) {
        names.add(token);
        Medicines.BUILT_IN
            .genericName(token)
            .filter(generic -> !generic.equals(token))
            .ifPresent(names::add);
      }
    }
    return names.stream().collect(Collectors.joining(" ", " ", " "));
  }

  /// A message and what stands in it.
  private record Message(
      String text,
      String plain,
      List<String> tokens,
      Optional<Part> part,
      Optional<Aspect> aspect,
      AskedMeasures measures,
      AskedSpan span) {

    Aspect aspectOr(Aspect other) {
      return aspect.orElse(other);
    }
  }
}
