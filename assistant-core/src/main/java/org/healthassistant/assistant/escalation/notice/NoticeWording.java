package org.healthassistant.assistant.escalation.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.healthassistant.knowledge.text.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/// The sentences of a notice, English and Spanish; data in `escalation/notice_*.properties`.
final class NoticeWording {

  private final Map<Language, Properties> byLanguage = Language.each(NoticeWording::read);

  /// The sentence of that key, with `{0}` replaced; English for a language we do not have.
  String say(String key, Language language, String... parts) {
    String said = word(key, language);
    for (int i = 0; i < parts.length; i++) {
      said = said.replace("{" + i + "}", parts[i]);
    }
    return said;
  }

  /// One, `one and another`, or `one, another and a third`.
  String list(List<String> items, Language language) {
    if (items.size() == 1) {
      return items.getFirst();
    }
    List<String> first = items.subList(0, items.size() - 1);
    return String.join(", ", first) + " " + word("and", language) + " " + items.getLast();
  }

  /// The local time, with its date unless that is today.
  String time(Instant at, Instant now, ZoneId zone, Language language) {
    ZonedDateTime local = at.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    String pattern = word(today ? "time.today" : "time.other-day", language);
    Locale locale = language.locale();
    String said = DateTimeFormatter.ofPattern(pattern, locale).format(local);
    return said.startsWith("las 1:") ? said.replaceFirst("las", "la") : said;
  }

  private String word(String key, Language language) {
    Properties words = language.pick(byLanguage);
    return Objects.requireNonNull(
        Objects.requireNonNull(words).getProperty(key), () -> "no notice has key " + key);
  }

  private static Properties read(Language language) {
    String name = "/escalation/notice_" + language + ".properties";
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
