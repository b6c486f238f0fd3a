package org.healthassistant.assistant.answer.grounding;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Compares a sentence with a stretch of evidence, rule by rule. Any rule that cannot be met
/// speaks against the sentence.
final class SupportRules {

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "un", "una", "each", "every", "cada");

  /// Words of direction that make a statement weaker, or only order it; they may be added.
  private static final Set<String> FREE = Set.of(
      "often",
      "usually",
      "common",
      "commonly",
      "frequent",
      "frequently",
      "first",
      "early",
      "frecuente",
      "comun",
      "seguido",
      "primero",
      "day",
      "dia",
      "now",
      "ahora");

  private final SupportLimits limits;
  private final ParsedSentence said;
  private final ParsedSentence source;
  private final Set<String> elsewhere;

  SupportRules(
      SupportLimits limits, ParsedSentence said, ParsedSentence source, Set<String> elsewhere) {
    this.limits = limits;
    this.elsewhere = elsewhere;
    this.said = said;
    this.source = source;
  }

  /// The share of the sentence's content words that the evidence has, 0 to 1.
  double shared() {
    long found =
        said.content.keySet().stream().filter(source.places::containsKey).count();
    return said.content.isEmpty() ? 0 : (double) found / said.content.size();
  }

  /// Whether the evidence has enough of the sentence's content words to be compared at all.
  boolean isNear() {
    return shared() >= limits.leastShared();
  }

  /// The first rule the sentence breaks, as the word that [GroundingCheck.Unsupported] gives;
  /// empty when the evidence supports it.
  Optional<String> broken() {
    if (!numbersAgree() || repeats()) {
      return Optional.of("number");
    }
    if (!values(source.medicines).containsAll(values(said.medicines))) {
      return Optional.of("medicine");
    }
    if (!polarityAgrees() || deniesOtherwise()) {
      return Optional.of("negation");
    }
    if (!directionsAgree() || !orderAgrees()) {
      return Optional.of("opposite");
    }
    if (!subjectsAgree()) {
      return Optional.of("subject");
    }
    if (!namesAgree()) {
      return Optional.of("name");
    }
    if (!certaintyAgrees()) {
      return Optional.of("certainty");
    }
    return wordsAgree() ? Optional.empty() : Optional.of("words");
  }

  /// `one week` says what `a week` says; a lone `one` counts nothing.
  private boolean isUncounted(Quantity number) {
    if (!number.value().equals("1") || TextNormalizer.isNumber(said.parts.get(number.at()))) {
      return false;
    }
    String unit = number.unit();
    if (unit.isEmpty()) {
      return true;
    }
    for (int at = 0; at < source.parts.size(); at++) {
      boolean once = at > 0 && ARTICLES.contains(source.parts.get(at - 1));
      if (once && unit.equals(source.lexicon.words.unit(source.parts.get(at)))) {
        return true;
      }
    }
    return false;
  }

  private boolean numbersAgree() {
    boolean manyMedicines = values(source.medicines).size() > 1;
    boolean manyGroups = values(source.groups).size() > 1;
    return said.quantities.stream()
        .filter(number -> !isUncounted(number))
        .allMatch(number -> source.quantities.stream()
            .anyMatch(known -> number.sameAs(known)
                && (!manyMedicines
                    || near(said.medicines, number.at()).equals(near(source.medicines, known.at())))
                && (!manyGroups
                    || near(said.groups, number.at()).equals(near(source.groups, known.at())))));
  }

  /// Whether a number, a unit of time or a medicine stands in it twice that stands there once:
  /// `8 to 8`, where the evidence has `8 to 12`.
  private boolean repeats() {
    return countable(said).entrySet().stream()
        .anyMatch(one -> one.getValue() > 1
            && one.getValue() > countable(source).getOrDefault(one.getKey(), 0L));
  }

  private static Map<String, Long> countable(ParsedSentence statement) {
    return statement.parts.stream()
        .flatMap(part -> counted(part, statement).stream())
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private static Optional<String> counted(String part, ParsedSentence statement) {
    return TextNormalizer.isNumber(part)
        ? Optional.of(part)
        : Medicines.BUILT_IN
            .genericName(part)
            .or(() -> Optional.ofNullable(statement.lexicon.words.unit(part)));
  }

  /// Whether it has the words of the evidence and denies more or less with them: then what is
  /// denied may stand where the scope of a denial is not seen.
  private boolean deniesOtherwise() {
    return said.content.keySet().equals(source.content.keySet())
        && negators(said) != negators(source);
  }

  private static long negators(ParsedSentence statement) {
    return statement.parts.stream().filter(statement.lexicon.negators::contains).count();
  }

  /// The nearest named before a place, else the nearest after it.
  private static Optional<String> near(Map<Integer, String> named, int at) {
    Optional<Integer> before = named.keySet().stream().filter(p -> p < at).max(Integer::compareTo);
    return before.or(() -> named.keySet().stream().min(Integer::compareTo)).map(named::get);
  }

  private boolean polarityAgrees() {
    return said.content.entrySet().stream().allMatch(word -> {
      Set<Boolean> known = source.content.get(word.getKey());
      return known == null || known.stream().anyMatch(word.getValue()::contains);
    });
  }

  private boolean directionsAgree() {
    for (int at = 0; at < said.parts.size(); at++) {
      String word = said.parts.get(at);
      Set<Integer> sides =
          TextNormalizer.isWord(word) && !said.isRate(at) ? said.lexicon.sides(word) : Set.of();
      if (!sides.isEmpty() && !directionAgrees(word, at, sides)) {
        return false;
      }
    }
    return true;
  }

  /// A word of direction is supported when the evidence goes the same way; where it goes both
  /// ways, the same way beside one of the same words.
  ///
  /// Opposites are pairs of sides, a word stands on +n or −n of pair n: `raises` and `high` on
  /// one side, `lowers` and `low` on the other. "Salt raises blood pressure" needs a word of
  /// the side of `raises` in the evidence and none of the other. When the evidence has both
  /// ("Salt raises blood pressure, exercise lowers it"), the side must be taken within four
  /// words of one of the same content words: `raises` beside `salt` is, `lowers` beside `salt`
  /// is not. Where the evidence has neither side, a function word such as `more` is free and
  /// any other must occur there itself.
  private boolean directionAgrees(String word, int at, Set<Integer> sides) {
    boolean free = said.lexicon.words.isStop(word) || FREE.contains(word);
    boolean same = false;
    boolean contrary = false;
    for (int place = 0; place < source.parts.size(); place++) {
      for (int side : source.lexicon.sides(source.parts.get(place))) {
        same |= sides.contains(side);
        contrary |= sides.contains(-side);
      }
    }
    if (same && contrary) {
      return besideTheSame(at, sides);
    }
    return same || !contrary && (free || source.places.containsKey(said.lexicon.stem(word)));
  }

  private boolean besideTheSame(int at, Set<Integer> sides) {
    Set<String> beside = beside(said, at);
    for (int place = 0; place < source.parts.size(); place++) {
      boolean same =
          source.lexicon.sides(source.parts.get(place)).stream().anyMatch(sides::contains);
      if (same && beside(source, place).stream().anyMatch(beside::contains)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> beside(ParsedSentence statement, int at) {
    Set<String> stems = new HashSet<>();
    for (int i = Math.max(0, at - limits.beside());
        i <= Math.min(statement.parts.size() - 1, at + limits.beside());
        i++) {
      if (i != at
          && statement.isContent(i)
          && statement.lexicon.sides(statement.parts.get(i)).isEmpty()) {
        stems.add(statement.lexicon.stem(statement.parts.get(i)));
      }
    }
    return stems;
  }

  /// What causes and what is caused, what is chosen and what is left, must not change places.
  ///
  /// For a directed word such as `causes` or `instead of`: the content word before it must
  /// occur in the evidence before that word, and the one behind it behind. "Diabetes causes
  /// nerve damage" is supported by "Diabetes often causes damage to nerves", not by "Nerve
  /// damage causes …". A content word that the evidence lacks is no reason against it here; the
  /// other rules see to that.
  private boolean orderAgrees() {
    for (int at = 0; at < said.parts.size(); at++) {
      String word = said.parts.get(at);
      List<Integer> known = source.places.get(said.lexicon.stem(word));
      boolean bound = at + 1 < said.parts.size() && TextNormalizer.isNumber(said.parts.get(at + 1));
      if (said.lexicon.directed.contains(word)
          && !bound
          && (known == null || !orderAgrees(at, known))) {
        return false;
      }
    }
    return true;
  }

  private boolean orderAgrees(int at, List<Integer> known) {
    Optional<String> before = content(at, -1);
    Optional<String> after = content(at, 1);
    return known.stream()
        .anyMatch(place -> before.map(stem -> occurs(stem, 0, place)).orElse(true)
            && after.map(stem -> occurs(stem, place + 1, source.parts.size())).orElse(true));
  }

  private Optional<String> content(int from, int step) {
    for (int i = from + step; i >= 0 && i < said.parts.size(); i += step) {
      if (said.isContent(i)) {
        return Optional.of(said.lexicon.stem(said.parts.get(i)));
      }
    }
    return Optional.empty();
  }

  private boolean occurs(String stem, int from, int to) {
    List<Integer> places = source.places.get(stem);
    return places == null || places.stream().anyMatch(place -> place >= from && place < to);
  }

  /// What is said of some people must not be said of others, nor of all.
  private boolean subjectsAgree() {
    Set<String> whom = values(said.groups);
    Set<String> known = values(source.groups);
    return known.containsAll(whom) && (!whom.isEmpty() || known.isEmpty());
  }

  /// What is named (a part of the body, an illness, a food, a stretch of time) must be named
  /// there too; and what the evidence says elsewhere is not said here.
  private boolean namesAgree() {
    return said.content.keySet().stream()
        .filter(stem -> !source.places.containsKey(stem))
        .filter(stem -> Medicines.BUILT_IN
            .genericName(stem)
            .filter(values(source.medicines)::contains)
            .isEmpty())
        .noneMatch(stem -> said.lexicon.named.contains(stem)
            || stem.contains(ParsedSentence.FIGURES)
            || elsewhere.contains(stem));
  }

  private boolean certaintyAgrees() {
    return source.certainty.containsAll(said.certainty) && (said.hedged || !source.hedged);
  }

  private boolean wordsAgree() {
    return isNear()
        && said.stretches.stream()
            .allMatch(stretch -> stretch.stream().anyMatch(source.places::containsKey));
  }

  private static Set<String> values(Map<Integer, String> named) {
    Collection<String> values = named.values();
    return Set.copyOf(new HashSet<>(values));
  }
}
