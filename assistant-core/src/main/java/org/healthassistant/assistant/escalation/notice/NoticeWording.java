package org.healthassistant.assistant.escalation.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;

/// The sentences of a notice: the group `notice` of the words that patients read.
final class NoticeWording {

  private final PatientWords words;

  NoticeWording(PatientWords words) {
    this.words = words;
  }

  /// The sentence of that key.
  ///
  /// @param filled name and value in turn
  String say(String key, Language language, String... filled) {
    return words.say("notice." + key, language, filled);
  }

  /// One, `one and another`, or `one, another and a third`.
  String list(List<String> items, Language language) {
    if (items.size() == 1) {
      return items.getFirst();
    }
    List<String> first = items.subList(0, items.size() - 1);
    return String.join(", ", first) + " " + say("and", language) + " " + items.getLast();
  }

  /// The local time, with its date unless that is today.
  String time(Instant at, Instant now, ZoneId zone, Language language) {
    ZonedDateTime local = at.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    String pattern = say(today ? "time.today" : "time.other-day", language);
    String said = DateTimeFormatter.ofPattern(pattern, language.locale()).format(local);
    return said.startsWith("las 1:") ? said.replaceFirst("las", "la") : said;
  }
}
