package org.healthassistant.assistant.record.terms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.connector.record.PartialDate;

/// The words and sentences of one language in which the record is told (`record/wording.yaml`).
public final class Wording {

  private static final All ALL = RecordData.read("wording.yaml", All.class);
  private static final Wording ENGLISH =
      new Wording(ALL.en(), Locale.ENGLISH, "d MMMM uuuu", "MMMM uuuu");
  private static final Wording SPANISH =
      new Wording(ALL.es(), Locale.of("es"), "d 'de' MMMM 'de' uuuu", "MMMM 'de' uuuu");

  private final Map<String, String> words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;

  private Wording(Map<String, String> words, Locale locale, String day, String month) {
    this.words = words;
    this.day = DateTimeFormatter.ofPattern(day, locale);
    this.month = DateTimeFormatter.ofPattern(month, locale);
  }

  /// The wording of a language; English for any but Spanish.
  public static Wording of(String language) {
    return language.startsWith("es") ? SPANISH : ENGLISH;
  }

  /// A word or sentence, with its places filled.
  ///
  /// @param filled name and value in turn
  public String say(String key, String... filled) {
    String text = Objects.requireNonNull(words.get(key), () -> "no wording '" + key + "'");
    for (int i = 0; i + 1 < filled.length; i += 2) {
      text = text.replace("{" + filled[i] + "}", filled[i + 1]);
    }
    return text;
  }

  /// Whether there is a word for a key.
  public boolean has(String key) {
    return words.containsKey(key);
  }

  /// A date as people say it, as precise as it is known.
  public String date(PartialDate date) {
    return switch (date.precision()) {
      case DAY -> day.format(date.earliest());
      case MONTH -> month.format(date.earliest());
      case YEAR -> Integer.toString(date.earliest().getYear());
    };
  }

  public String date(LocalDate date) {
    return day.format(date);
  }

  private record All(Map<String, String> en, Map<String, String> es) {}
}
