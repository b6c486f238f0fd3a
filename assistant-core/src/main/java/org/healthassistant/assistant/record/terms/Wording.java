package org.healthassistant.assistant.record.terms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.knowledge.text.Language;

/// The words and sentences of one language in which the record is told (`record/wording.yaml`).
public final class Wording {

  private static final Map<Language, Map<String, String>> ALL =
      RecordData.read("wording.yaml", File.class);
  private static final Map<Language, Wording> WORDINGS =
      Language.each(language -> new Wording(language.pick(ALL), language.locale()));

  private final Map<String, String> words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;

  private Wording(Map<String, String> words, Locale locale) {
    this.words = words;
    this.day = DateTimeFormatter.ofPattern(say("date.day"), locale);
    this.month = DateTimeFormatter.ofPattern(say("date.month"), locale);
  }

  /// The wording of a language.
  public static Wording of(Language language) {
    return language.pick(WORDINGS);
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

  /// The data file: words by language.
  @SuppressWarnings("serial")
  private static final class File extends EnumMap<Language, Map<String, String>> {
    File() {
      super(Language.class);
    }
  }
}
