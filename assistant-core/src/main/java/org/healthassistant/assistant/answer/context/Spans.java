package org.healthassistant.assistant.answer.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Reads ages and stretches of time: `my 3 year old`, `8 meses`, `since tuesday`.
final class Spans {

  private static final Pattern GLUED = Pattern.compile("(\\d+)(?=[a-z])");
  private static final double OLDEST = 115;
  private static final double TENS = 10;

  private final ContextWords words;

  Spans(ContextWords words) {
    this.words = words;
  }

  /// The age that a reply to the question after it tells, in years.
  Optional<Double> age(String text) {
    List<String> all = cut(text);
    for (int at = 0; at < all.size(); at++) {
      if (number(all, at).isPresent()) {
        Optional<Double> years = sum(all, at, words.years().units());
        if (years.isPresent()) {
          return years.filter(one -> one <= OLDEST);
        }
      }
    }
    Optional<Double> bare = all.stream()
        .filter(word -> word.length() <= 3 && word.chars().allMatch(Character::isDigit))
        .map(Double::valueOf)
        .findFirst();
    return unitAndHalf(all)
        .or(() -> named(text, words.years().named()))
        .or(() -> bare)
        .or(() -> inWords(all))
        .filter(years -> years <= OLDEST);
  }

  /// How long something has been going on, in days, as a reply or a story tells it: the longest
  /// that is named.
  Optional<Double> days(String text) {
    List<String> all = cut(text);
    double longest = -1;
    for (int at = 0; at < all.size(); at++) {
      longest = Math.max(longest, sum(all, at, words.days().units()).orElse(-1.0));
    }
    return longest >= 0 ? Optional.of(longest) : named(text, words.days().named());
  }

  /// How long something has been going on, in days, as somebody tells it unasked: without an age,
  /// the weeks of a pregnancy, and how often something is done.
  ///
  /// @param age where the age stands that the text tells
  Optional<Double> daysTold(String text, Optional<Stretch> age) {
    List<String> all = cut(text);
    List<String> rest = new ArrayList<>(all);
    double longest = -1;
    for (int at = 0; at < all.size(); at++) {
      int from = at;
      Optional<Stretch> found = stretch(all, at, words.days().units());
      if (found.isPresent()) {
        rest.subList(from, found.get().to()).replaceAll(word -> "");
        boolean other =
            age.filter(one -> one.covers(from)).isPresent() || isNoDuration(all, found.get());
        longest = other ? longest : Math.max(longest, found.get().counts());
      }
    }
    return longest >= 0
        ? Optional.of(longest)
        : named(String.join(" ", rest), words.days().named());
  }

  /// Whether the words beside a stretch say that nothing has been going on for it.
  private boolean isNoDuration(List<String> all, Stretch found) {
    int next =
        found.to() < all.size() && all.get(found.to()).equals("de") ? found.to() + 1 : found.to();
    return found.from() > 0 && words.days().notAfter().contains(all.get(found.from() - 1))
        || next < all.size() && words.days().notBefore().contains(all.get(next));
  }

  /// A number and what it counts, in units of the map: `2 weeks`, `a couple of days`, `one and a
  /// half years`.
  Optional<Double> sum(List<String> all, int at, Map<String, Double> units) {
    return stretch(all, at, units).map(Stretch::counts);
  }

  /// As [#sum], with the words that it is told by.
  Optional<Stretch> stretch(List<String> all, int at, Map<String, Double> units) {
    Optional<Double> number = number(all, at);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double half = 0;
    for (int next = at + 1; next < Math.min(all.size(), at + 5); next++) {
      boolean joins = next + 1 < all.size() && number(all, next + 1).isPresent();
      Double unit = all.get(next).equals("y") && joins ? null : units.get(all.get(next));
      if (unit != null) {
        double counts = (number.get() + half + halfAfter(all, next)) * unit;
        return Optional.of(new Stretch(at, next + 1, counts));
      }
      if (all.get(next).equals("half") || all.get(next).startsWith("medi")) {
        half = 0.5;
      } else if (!List.of("and", "a", "of", "y", "de", "or", "to").contains(all.get(next))
          && number(all, next).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A number without a unit, of digits or of words from ten on.
  Optional<Stretch> whole(List<String> all, int at) {
    String word = all.get(at);
    if (word.length() <= 3 && word.chars().allMatch(Character::isDigit)) {
      return Optional.of(new Stretch(at, at + 1, Double.parseDouble(word)));
    }
    double tens = words.numbers().getOrDefault(word, 0.0);
    if (tens < TENS) {
      return Optional.empty();
    }
    int next = at + 1 < all.size() && all.get(at + 1).equals("y") ? at + 2 : at + 1;
    double ones = next < all.size() ? words.numbers().getOrDefault(all.get(next), 0.0) : 0;
    boolean joined = ones >= 1 && ones < TENS && tens >= 2 * TENS;
    return Optional.of(new Stretch(at, joined ? next + 1 : at + 1, tens + (joined ? ones : 0)));
  }

  /// Words that tell an amount.
  ///
  /// @param from the first of them
  /// @param to the first word after them
  /// @param counts how much, in the unit that was asked for
  record Stretch(int from, int to, double counts) {

    boolean covers(int word) {
      return from <= word && word < to;
    }
  }

  private double halfAfter(List<String> all, int unit) {
    String rest = " " + String.join(" ", all.subList(unit + 1, all.size())) + " ";
    return words.years().half().values().stream()
            .flatMap(List::stream)
            .anyMatch(half -> rest.startsWith(" " + half + " "))
        ? 0.5
        : 0;
  }

  private Optional<Double> number(List<String> all, int at) {
    String word = all.get(at);
    boolean digits = word.length() <= 4 && word.chars().allMatch(Character::isDigit);
    return digits
        ? Optional.of(Double.valueOf(word))
        : Optional.ofNullable(words.numbers().get(word));
  }

  /// A number of two words, such as `fifty eight` or `treinta y seis`, or of one of them.
  private Optional<Double> inWords(List<String> all) {
    for (int at = 0; at < all.size(); at++) {
      double tens = words.numbers().getOrDefault(all.get(at), 0.0);
      if (tens >= TENS) {
        int next = at + 1 < all.size() && all.get(at + 1).equals("y") ? at + 2 : at + 1;
        double ones = next < all.size() ? words.numbers().getOrDefault(all.get(next), 0.0) : 0;
        return Optional.of(tens + (ones < TENS ? ones : 0));
      }
    }
    return Optional.empty();
  }

  /// `a year and a half` that begins with its unit: `año y medio`.
  private Optional<Double> unitAndHalf(List<String> all) {
    Double unit = all.isEmpty() ? null : words.years().units().get(all.getFirst());
    return unit != null && halfAfter(all, 0) > 0
        ? Optional.of((1 + halfAfter(all, 0)) * unit)
        : Optional.empty();
  }

  /// What a phrase counts; of several the longest phrase.
  private static Optional<Double> named(String text, Map<String, Double> phrases) {
    String plain = PhraseMatcher.plain(text);
    return phrases.entrySet().stream()
        .filter(entry -> plain.contains(" " + entry.getKey() + " "))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }

  static List<String> cut(String text) {
    Matcher glued = GLUED.matcher(PhraseMatcher.plain(text).strip());
    String apart = glued.replaceAll("$1 ");
    return apart.isEmpty() ? List.of() : List.of(apart.split(" "));
  }

  /// The time after which the care team should be called, in days, as a sentence of an article
  /// says it; the shortest that it names.
  Optional<Double> limit(String sentence, Language language) {
    Matcher found =
        Pattern.compile(language.pick(words.limits())).matcher(PhraseMatcher.plain(sentence));
    double least = Double.MAX_VALUE;
    while (found.find()) {
      Optional<Double> days =
          sum(List.of(found.group(1), found.group(2)), 0, words.days().units());
      least = Math.min(least, days.orElse(Double.MAX_VALUE));
    }
    return least == Double.MAX_VALUE ? Optional.empty() : Optional.of(least);
  }
}
