package org.healthassistant.assistant.record.terms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.knowledge.text.Language;

/// The words and sentences of one language in which the record is told (`record.*` of
/// `messages/patient_<tag>.properties`).
public final class Wording {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final PatientWords ALL = new PatientWords();
  private static final Map<Language, Wording> WORDINGS = Language.each(
      language -> new Wording(ALL.group("record", language.locale()), language.locale()));

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

  /// A word or sentence, with its places filled. What is filled in stands as it is: a `{name}`
  /// inside it is no place.
  ///
  /// @param filled name and value in turn
  public String say(String key, String... filled) {
    String text = Objects.requireNonNull(words.get(key), () -> "no wording '" + key + "'");
    return PLACE.matcher(text).replaceAll(place -> {
      for (int i = 0; i + 1 < filled.length; i += 2) {
        if (filled[i].equals(place.group(1))) {
          return Matcher.quoteReplacement(filled[i + 1]);
        }
      }
      return Matcher.quoteReplacement(place.group());
    });
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

  /// A day as people say it.
  public String date(LocalDate date) {
    return day.format(date);
  }
}
