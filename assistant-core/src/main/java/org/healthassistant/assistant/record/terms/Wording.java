package org.healthassistant.assistant.record.terms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.knowledge.text.Language;

/// The words and sentences of one language in which the record is told (group `record` of
/// the words that patients read).
public final class Wording {

  private static final PatientWords WORDS = new PatientWords();
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Map<String, String> UNITS = units();
  private static final Map<Language, Wording> WORDINGS = Language.each(Wording::new);

  private final Language language;
  private final Set<String> keys;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter one;
  private final DateTimeFormatter many;

  private Wording(Language language) {
    this.language = language;
    this.keys = WORDS.group("record", language).keySet();
    this.day = DateTimeFormatter.ofPattern(say("date.day"), language.locale());
    this.month = DateTimeFormatter.ofPattern(say("date.month"), language.locale());
    this.one = DateTimeFormatter.ofPattern(say("time.one"), language.locale());
    this.many = DateTimeFormatter.ofPattern(say("time.many"), language.locale());
  }

  /// The wording of a language.
  public static Wording of(Language language) {
    return language.pick(WORDINGS);
  }

  /// A word or sentence, with its places filled.
  ///
  /// @param filled name and value in turn
  public String say(String key, String... filled) {
    return WORDS.say("record." + key, language, filled);
  }

  /// Whether there is a word for a key.
  public boolean has(String key) {
    return keys.contains(key);
  }

  /// A measured value with its unit as people of this language say it; empty when the measurement
  /// has none. What the source wrote in words of its own stays as it is.
  public String value(Measurement measurement) {
    String text = ValueText.of(measurement);
    String unit = ValueText.unit(measurement);
    return unit.isEmpty() || !text.endsWith(" " + unit)
        ? text
        : text.substring(0, text.length() - unit.length()) + unit(unit);
  }

  /// A unit as people of this language say it: words of it that are known in any language are
  /// said in this one, signs and all others stay.
  public String unit(String unit) {
    return WORD.matcher(unit).replaceAll(word -> Matcher.quoteReplacement(unitWord(word.group())));
  }

  private String unitWord(String word) {
    String key = UNITS.get(word.toLowerCase(Locale.ROOT));
    return key == null ? word : say(key);
  }

  /// The words of units in all languages, with their keys.
  private static Map<String, String> units() {
    Map<String, String> keys = new HashMap<>();
    Language.each(language -> WORDS.group("record", language))
        .values()
        .forEach(words -> words.forEach((key, word) -> {
          if (key.startsWith("unit.")) {
            keys.put(word, key);
          }
        }));
    return Map.copyOf(keys);
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

  /// A time of day as people say it, with the words that go before it where the language has
  /// some.
  public String time(LocalTime time) {
    return (time.getHour() % 12 == 1 ? one : many).format(time);
  }
}
