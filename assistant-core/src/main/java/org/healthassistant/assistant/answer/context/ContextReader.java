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
import org.healthassistant.assistant.answer.text.Medicines;
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

  private ContextReader(ContextWords words) {
    this.words = words;
    this.spans = new Spans(words);
  }

  /// What a message tells that was not asked; [Circumstances#NONE] where it tells nothing. Two
  /// medicines in one message are taken together; one is only what is asked about, unless it says
  /// that it is taken.
  public Circumstances stated(String text) {
    Circumstances told = Circumstances.NONE;
    Optional<Double> age = spans.ageIn(text);
    if (age.isPresent()) {
      told = told.and(Circumstances.aged(age.get()));
    }
    Optional<Pregnancy> pregnancy = pregnancy(PhraseMatcher.plain(text));
    if (pregnancy.isPresent()) {
      told = told.and(Circumstances.of(pregnancy.get()));
    }
    Set<String> named = medicines(text);
    boolean takes = takes(PhraseMatcher.plain(text));
    if (named.size() > 1 || takes && !named.isEmpty()) {
      told = told.and(Circumstances.taking(named));
    }
    Optional<Double> days = spans.days(text);
    return days.isPresent() && age.isEmpty() ? told.and(Circumstances.lasting(days.get())) : told;
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
      case PREGNANCY -> pregnancyReplied(plain).map(Circumstances::of);
      case AGE -> spans.age(text).map(Circumstances::aged);
      case HOW_LONG -> spans.days(text).map(Circumstances::lasting);
      case MEDICINES -> taken(text, plain).map(Circumstances::taking);
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

  private Optional<Pregnancy> pregnancyReplied(String plain) {
    Optional<Pregnancy> told = pregnancy(plain);
    if (told.isPresent()) {
      return told;
    }
    if (ContextWords.isOne(plain, words.no()) || startsWithOne(plain, words.no())) {
      return Optional.of(Pregnancy.NEITHER);
    }
    return ContextWords.isOne(plain, words.yes()) || startsWithOne(plain, words.yes())
        ? Optional.of(Pregnancy.PREGNANT)
        : Optional.empty();
  }

  private static boolean startsWithOne(String plain, Map<Language, List<String>> words) {
    return plain.strip().split(" ").length <= 4
        && ContextWords.all(words).anyMatch(word -> plain.startsWith(" " + word + " "));
  }

  private Optional<Pregnancy> pregnancy(String plain) {
    String nursing = plain;
    for (String not : ContextWords.all(words.pregnancy("not-nursing")).toList()) {
      nursing = nursing.replace(" " + not + " ", " ");
    }
    if (ContextWords.anyIn(nursing, words.pregnancy("nursing"))) {
      return Optional.of(Pregnancy.NURSING);
    }
    if (ContextWords.anyIn(plain, words.pregnancy("neither"))) {
      return Optional.of(Pregnancy.NEITHER);
    }
    if (ContextWords.anyIn(plain, words.pregnancy("pregnant"))) {
      return Optional.of(Pregnancy.PREGNANT);
    }
    return nursing.equals(plain) ? Optional.empty() : Optional.of(Pregnancy.NEITHER);
  }

  private boolean takes(String plain) {
    String told = plain;
    for (String asking : ContextWords.all(words.medicines().asking()).toList()) {
      told = told.replace(" " + asking + " ", " ");
    }
    return ContextWords.anyIn(told, words.medicines().taking());
  }

  private Optional<Set<String>> taken(String text, String plain) {
    Set<String> named = medicines(text);
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    return ContextWords.isOne(plain, words.medicines().none())
            || startsWithOne(plain, words.medicines().none())
        ? Optional.of(Set.of())
        : Optional.empty();
  }

  private Set<String> medicines(String text) {
    Set<String> named = new HashSet<>(Medicines.BUILT_IN.namedIn(text));
    String plain = PhraseMatcher.plain(text);
    words.medicines().kinds().forEach((kind, called) -> {
      if (PhraseMatcher.anyIn(plain, called)) {
        named.add(kind);
      }
    });
    return named;
  }
}
