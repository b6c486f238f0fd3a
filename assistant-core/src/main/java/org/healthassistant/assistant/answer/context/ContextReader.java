package org.healthassistant.assistant.answer.context;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.Circumstances.Pregnancy;
import org.healthassistant.assistant.answer.ContextKind;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Reads what a message tells of the person it is about. Deterministic; safe from any thread.
public final class ContextReader {

  /// With the words that ship.
  public static final ContextReader BUILT_IN = new ContextReader(ContextWords.BUILT_IN);

  /// A reply of more words says more than that somebody does not know.
  private static final int BRIEF = 8;

  private static final String OF_CHILD = "-of-child";

  private final ContextWords words;
  private final Spans spans;
  private final ToldAge ages;
  private final ToldPregnancy pregnancies;
  private final ToldMedicines medicines;

  private ContextReader(ContextWords words) {
    this.words = words;
    this.spans = new Spans(words);
    this.ages = new ToldAge(words, spans);
    this.pregnancies = new ToldPregnancy(words);
    this.medicines = new ToldMedicines(words.medicines());
  }

  /// What a message tells that was not asked; [Circumstances#NONE] where it tells nothing. Two
  /// medicines in one message are taken together; one is only what is asked about, unless it says
  /// that it is taken.
  public Circumstances stated(String text) {
    Circumstances told = Circumstances.NONE;
    Optional<Spans.Stretch> age = ages.find(text);
    if (age.isPresent()) {
      told = told.and(Circumstances.aged(age.get().counts()));
    }
    told = pregnancies.stated(PhraseMatcher.plain(text)).map(told::and).orElse(told);
    told = medicines.stated(text).map(told::and).orElse(told);
    return spans.daysTold(text, age).map(Circumstances::lasting).map(told::and).orElse(told);
  }

  /// Whether two messages share a word of what they are about, other than how long it has lasted.
  public boolean isOfSame(String text, String other) {
    Set<String> shared = new HashSet<>(ContentStems.in(text));
    shared.retainAll(ContentStems.in(other));
    shared.removeAll(ContentStems.in(String.join(" ", words.days().units().keySet())));
    return shared.stream().anyMatch(stem -> stem.chars().noneMatch(Character::isDigit));
  }

  /// What a reply says to a question; empty where it does not answer it. One who does not know,
  /// or does not say, settles it too.
  public Optional<Circumstances> answer(ContextKind kind, String text) {
    String plain = PhraseMatcher.plain(text);
    if (plain.strip().split(" ").length <= BRIEF && ContextWords.anyIn(plain, words.dontKnow())) {
      return Optional.of(Circumstances.unknown(kind));
    }
    if (asks(text)) {
      return Optional.empty();
    }
    return switch (kind) {
      case PREGNANCY -> pregnancies.replied(plain);
      case AGE -> spans.age(text).map(Circumstances::aged);
      case HOW_LONG -> spans.days(text).map(Circumstances::lasting);
      case MEDICINES -> medicines.replied(text).map(Circumstances::taking);
    };
  }

  /// Whether a message asks something, and so is no reply.
  public boolean asks(String text) {
    String plain = PhraseMatcher.plain(text);
    return ContextWords.all(words.begins()).anyMatch(begin -> plain.startsWith(" " + begin + " "));
  }

  /// The keys of all choices that a question can have.
  public Set<String> choices(ContextKind kind) {
    if (kind == ContextKind.MEDICINES) {
      Set<String> all = new HashSet<>(words.medicines().offered().keySet());
      all.add("none");
      return all;
    }
    Set<String> all = new LinkedHashSet<>(words.choices(kind.key()).keySet());
    all.addAll(words.choices(kind.key() + OF_CHILD).keySet());
    return all;
  }

  /// What a choice says.
  ///
  /// @param choice its key in the data file
  public Circumstances chosen(ContextKind kind, String choice) {
    Map<String, Double> counts = new HashMap<>(words.choices(kind.key()));
    counts.putAll(words.choices(kind.key() + OF_CHILD));
    return switch (kind) {
      case PREGNANCY -> Circumstances.of(Pregnancy.valueOf(choice.toUpperCase(Locale.ROOT)));
      case AGE -> Circumstances.aged(counts.getOrDefault(choice, 40.0));
      case HOW_LONG -> Circumstances.lasting(counts.getOrDefault(choice, 0.0));
      case MEDICINES ->
        Circumstances.taking(
            choice.equals("none")
                ? Set.of()
                : Set.copyOf(words.medicines().offered().getOrDefault(choice, List.of())));
    };
  }

  /// The time after which the care team should be called, in days, as a sentence of an article
  /// says it; empty where it names none.
  public Optional<Double> limit(String sentence, Language language) {
    return spans.limit(sentence, language);
  }
}
