package org.healthassistant.knowledge.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A language that the house speaks: the one place where a language has a name.
///
/// Files, JSON and the database hold its BCP 47 tag (`en`, `es`); everything else holds this
/// type. A further language is one constant here and its data: `LanguageDataTest` of
/// assistant-core names every file that lacks it. Nothing may `switch` over the constants: what
/// differs between languages is data by language, read with [#pick].
public enum Language {
  /// English, of whatever country.
  ENGLISH("en"),
  /// Spanish, of whatever country.
  SPANISH("es");

  /// The language of whoever's own is unknown or not spoken here.
  public static final Language FALLBACK = ENGLISH;

  private final String tag;
  private final Locale locale;

  Language(String tag) {
    this.tag = tag;
    this.locale = Locale.forLanguageTag(tag);
  }

  /// The language of a BCP 47 tag; empty for null, blank and any language that is not spoken
  /// here.
  ///
  /// Only the primary subtag counts, in any case, before a `-` or an `_`: `es-MX`, `es_419` and
  /// `ES` are Spanish.
  public static Optional<Language> find(@Nullable String tag) {
    String primary = tag == null ? "" : tag.strip().split("[-_]", 2)[0];
    return Arrays.stream(values())
        .filter(language -> language.tag.equalsIgnoreCase(primary))
        .findFirst();
  }

  /// The language of a BCP 47 tag as [#find] reads it, else [#FALLBACK].
  public static Language orFallback(@Nullable String tag) {
    return find(tag).orElse(FALLBACK);
  }

  /// The language of a locale, else [#FALLBACK].
  public static Language ofLocale(Locale locale) {
    return orFallback(locale.getLanguage());
  }

  /// The language of a BCP 47 tag in data that must be right: a file or a column of our own.
  ///
  /// @throws IllegalArgumentException if the language is not spoken here; names the tag and those
  ///     that are
  @JsonCreator
  public static Language required(String tag) {
    return find(tag)
        .orElseThrow(() -> new IllegalArgumentException(
            "language must be one of " + Arrays.toString(tags()) + ", got '" + tag + "'"));
  }

  /// The tags of all languages, in their order.
  public static String[] tags() {
    return Arrays.stream(values()).map(Language::tag).toArray(String[]::new);
  }

  /// Makes one thing for each language, for instance by reading its file.
  ///
  /// @return one entry for each language; never changes
  public static <T> Map<Language, T> each(Function<Language, T> maker) {
    Map<Language, T> made = new EnumMap<>(Language.class);
    for (Language language : values()) {
      made.put(language, maker.apply(language));
    }
    return Map.copyOf(made);
  }

  /// The BCP 47 tag, as files, JSON and the database hold it.
  @JsonValue
  public String tag() {
    return tag;
  }

  /// The locale without a country, for dates and numbers.
  public Locale locale() {
    return locale;
  }

  /// This language's value.
  ///
  /// @throws IllegalStateException if there is none; names the language
  public <T> T pick(Map<Language, T> values) {
    T value = values.get(this);
    if (value == null) {
      throw new IllegalStateException("there is nothing for the language '" + tag + "'");
    }
    return value;
  }

  /// The tag, so that messages and addresses read well.
  @Override
  public String toString() {
    return tag;
  }
}
