package org.healthassistant.assistant.record.spoken;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The words by which readings are told (`record/told-readings.yaml`), those of all languages
/// together.
record ToldWords(
    List<Measure> measures,
    Map<Language, List<String>> between,
    List<String> over,
    Map<Language, List<String>> inexact,
    Map<Language, List<String>> unless,
    Map<Language, List<String>> own,
    Map<Language, List<String>> asks,
    List<Time> times,
    Clock clock,
    List<Ago> ago,
    Map<Language, List<String>> yes,
    Map<Language, List<String>> no,
    Map<Language, List<String>> change,
    Map<Language, List<String>> undo) {

  static final ToldWords BUILT_IN = RecordData.read("told-readings.yaml", ToldWords.class);

  /// All words of a list, whatever the language.
  static List<String> all(Map<Language, List<String>> words) {
    return words.values().stream().flatMap(Collection::stream).toList();
  }

  /// Those words, each cut into its parts, the longest first.
  static List<List<String>> phrases(Map<Language, List<String>> words) {
    return phrases(all(words));
  }

  static List<List<String>> phrases(Collection<String> words) {
    return words.stream()
        .map(phrase -> Arrays.asList(phrase.split(" ")))
        .sorted((one, other) -> other.size() - one.size())
        .toList();
  }

  /// One thing that is told.
  ///
  /// @param units the usual one first
  record Measure(Measured measured, Map<Language, List<String>> words, List<Unit> units) {}

  /// A unit in which it is told.
  ///
  /// @param times by what it becomes the unit that is kept; null: it is that
  /// @param minus what is taken off before; null: nothing
  /// @param only whether its word must stand there; null: it need not
  record Unit(
      String unit,
      List<String> words,
      BigDecimal from,
      BigDecimal to,
      @Nullable BigDecimal times,
      @Nullable BigDecimal minus,
      @Nullable Boolean only) {

    boolean isOnly() {
      return Boolean.TRUE.equals(only);
    }

    boolean holds(BigDecimal value) {
      return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    BigDecimal kept(BigDecimal value) {
      return value
          .subtract(Objects.requireNonNullElse(minus, BigDecimal.ZERO))
          .multiply(Objects.requireNonNullElse(times, BigDecimal.ONE));
    }
  }

  /// A word for a time.
  ///
  /// @param hour about when; null: at the time of the message
  record Time(int days, @Nullable Integer hour, Map<Language, List<String>> words) {}

  /// What stands around a time of the clock.
  record Clock(List<String> before, List<String> am, List<String> pm) {}

  /// A time that has passed since.
  record Ago(int minutes, Map<Language, List<String>> words) {}
}
