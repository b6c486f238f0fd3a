package org.healthassistant.assistant.answer.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.answer.record.QuestionWords.SpanWords;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The time that a message asks about: "since last summer", "in february", "the last 6 months".
///
/// @param from its first day; null for no limit
/// @param to its last day; null for no limit
/// @param used the places of the words that say it
record AskedSpan(@Nullable LocalDate from, @Nullable LocalDate to, Set<Integer> used) {

  private static final AskedSpan NONE = new AskedSpan(null, null, Set.of());
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int SEASON_MONTHS = 3;

  /// Copies the places.
  AskedSpan {
    used = Set.copyOf(used);
  }

  /// The first time that stands in a message.
  static AskedSpan in(List<String> tokens, LocalDate today, SpanWords words) {
    for (int i = 0; i < tokens.size(); i++) {
      AskedSpan found = at(i, tokens, today, words);
      if (found != NONE) {
        return found;
      }
    }
    return NONE;
  }

  private static AskedSpan at(int i, List<String> tokens, LocalDate today, SpanWords words) {
    boolean since = i > 0 && is(words.since(), tokens.get(i - 1))
        || i > 1 && is(words.since(), tokens.get(i - 2));
    AskedSpan unit = unit(i, tokens, today, words, since);
    if (unit != NONE) {
      return unit;
    }
    AskedSpan month = month(i, tokens, today, words, since);
    if (month != NONE) {
      return month;
    }
    int season = index(words.seasons(), tokens.get(i));
    Integer year = year(tokens.get(i));
    if (season > 0 && i > 0) {
      return season(season, i, today, since);
    }
    return year == null ? NONE : whole(LocalDate.of(year, 1, 1), since, Set.of(i));
  }

  private static AskedSpan month(
      int i, List<String> tokens, LocalDate today, SpanWords words, boolean since) {
    int month = index(words.months(), tokens.get(i));
    boolean led = i > 0
        && (since || is(words.in(), tokens.get(i - 1)) || is(words.last(), tokens.get(i - 1)));
    if (month == 0 || !led) {
      return NONE;
    }
    Integer year = i + 1 < tokens.size() ? year(tokens.get(i + 1)) : null;
    LocalDate first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
    if (year == null && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    Set<Integer> used = places(i - 1, year == null ? i : i + 1);
    return new AskedSpan(first, since ? null : first.plusMonths(1).minusDays(1), used);
  }

  private static AskedSpan season(int season, int i, LocalDate today, boolean since) {
    LocalDate first = LocalDate.of(today.getYear(), 1, 1)
        .minusMonths(1)
        .plusMonths((long) SEASON_MONTHS * (season - 1));
    first = first.isAfter(today) ? first.minusYears(1) : first;
    return new AskedSpan(
        first, since ? null : first.plusMonths(SEASON_MONTHS).minusDays(1), places(i - 1, i));
  }

  /// A calendar year, or all since its first day.
  private static AskedSpan whole(LocalDate first, boolean since, Set<Integer> used) {
    return new AskedSpan(first, since ? null : first.plusYears(1).minusDays(1), used);
  }

  /// "the last 6 months", "last year", "this week".
  private static AskedSpan unit(
      int i, List<String> tokens, LocalDate today, SpanWords words, boolean since) {
    String letter = letter(words, tokens.get(i));
    if (letter == null || i == 0) {
      return NONE;
    }
    String before = tokens.get(i - 1);
    int count = number(words, before);
    boolean last = isLast(i, tokens, words);
    if (is(words.present(), before)) {
      return new AskedSpan(begin(letter, today), today, places(i - 1, i));
    }
    if (!last) {
      return NONE;
    }
    if (count > 0) {
      return new AskedSpan(
          today.minus(Period.parse("P" + count + letter)), null, places(i - 2, i + 1));
    }
    boolean whole = "Y".equals(letter) && !(i > 1 && tokens.get(i - 2).length() <= 3 && !since);
    if (whole) {
      return whole(begin(letter, today).minusYears(1), since, places(i - 1, i));
    }
    return new AskedSpan(today.minus(Period.parse("P1" + letter)), null, places(i - 1, i));
  }

  /// Whether a word for the past stands before a unit, before its number, or after it.
  private static boolean isLast(int i, List<String> tokens, SpanWords words) {
    return i > 1 && is(words.last(), tokens.get(i - 2))
        || is(words.last(), tokens.get(i - 1))
        || i + 1 < tokens.size() && is(words.last(), tokens.get(i + 1));
  }

  private static LocalDate begin(String letter, LocalDate today) {
    return switch (letter) {
      case "Y" -> today.withDayOfYear(1);
      case "M" -> today.withDayOfMonth(1);
      case "W" -> today.minusDays(today.getDayOfWeek().getValue() - 1L);
      default -> today;
    };
  }

  private static Set<Integer> places(int from, int to) {
    Set<Integer> places = new HashSet<>();
    for (int i = from; i <= to; i++) {
      places.add(i);
    }
    return places;
  }

  private static @Nullable String letter(SpanWords words, String token) {
    return words.units().entrySet().stream()
        .filter(unit -> is(unit.getValue(), token))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static int number(SpanWords words, String token) {
    return token.matches("\\d{1,3}") ? Integer.parseInt(token) : index(words.numbers(), token);
  }

  private static @Nullable Integer year(String token) {
    if (!token.matches("\\d{4}")) {
      return null;
    }
    int year = Integer.parseInt(token);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? Integer.valueOf(year) : null;
  }

  /// The place of a word in the list of any language, from 1; 0 where it stands in none.
  private static int index(Map<Language, List<String>> lists, String token) {
    return lists.values().stream()
        .mapToInt(list -> list.indexOf(token) + 1)
        .max()
        .orElse(0);
  }

  private static boolean is(Map<Language, List<String>> words, String token) {
    return words.values().stream().anyMatch(list -> list.contains(token));
  }
}
