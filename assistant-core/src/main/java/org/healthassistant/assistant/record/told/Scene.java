package org.healthassistant.assistant.record.told;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;

/// What every teller needs: the record, the words, the time.
///
/// @param now the clinical time
/// @param zone in which days are reckoned
record Scene(PatientRecord record, Wording wording, Language language, Instant now, ZoneId zone) {

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  String say(String key, String... filled) {
    return wording.say("told." + key, filled);
  }

  /// A sentence about an entry in the form that fits its date: `key`, `key.month` where it is not
  /// known to the day, `key.undated` where it is not known.
  Told dated(String key, Entry entry, String... filled) {
    PartialDate date = entry.date();
    String form = key;
    if (date == null) {
      form = key + ".undated";
    } else if (date.precision() != PartialDate.Precision.DAY) {
      form = key + ".month";
    }
    String[] all = new String[filled.length + 2];
    System.arraycopy(filled, 0, all, 0, filled.length);
    all[filled.length] = "date";
    all[filled.length + 1] = date == null ? "" : wording.date(date);
    return Told.of(say(form, all), entry);
  }

  /// The entries of one kind that lie in the time asked about, newest first, undated ones last.
  <E extends Entry> List<E> newest(
      Class<E> kind, RecordQuestion question, Predicate<? super E> which) {
    return record.entries(kind).stream()
        .filter(which)
        .filter(entry -> !question.hasSpan() || isIn(entry, question))
        .sorted(newestFirst())
        .toList();
  }

  static Comparator<Entry> newestFirst() {
    return Comparator.comparing(
        Entry::date, Comparator.nullsLast(Comparator.<PartialDate>reverseOrder()));
  }

  static boolean isIn(Entry entry, RecordQuestion question) {
    PartialDate date = entry.date();
    return date != null && (question.spans(date.earliest()) || question.spans(date.latest()));
  }

  /// That a part could not be read as a whole; empty where it was.
  List<Told> gaps(RecordPart part) {
    return record.incomplete().contains(part)
        ? List.of(Told.of(wording.say("list.incomplete." + part.name())))
        : List.of();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
