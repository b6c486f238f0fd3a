package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;

/// Tells a part of the record entry by entry, as sentences: what is current of it, for
/// appointments what is still to come.
final class Lists {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
  private static final Set<String> TO_COME = Set.of("booked", "pending", "proposed");

  private Lists() {}

  static List<RecordFact> of(
      PatientRecord record, RecordDesk.Part part, Language language, LocalDate today) {
    Wording wording = Wording.of(language);
    Stream<RecordFact> facts = switch (part) {
      case MEDICINES ->
        record.entries(Medication.class).stream()
            .filter(Medication::isCurrent)
            .map(e -> fact(
                e,
                wording.say(
                    e.dosage() == null ? "list.medicine" : "list.medicine.dosage",
                    "name",
                    e.label(),
                    "dosage",
                    dosage(e))));
      case ALLERGIES ->
        record.entries(Allergy.class).stream()
            .filter(Allergy::current)
            .map(e -> fact(
                e, wording.say(e.noKnown() ? "list.no-known" : "list.allergy", "name", e.label())));
      case CONDITIONS ->
        record.entries(Condition.class).stream()
            .filter(Condition::isCurrent)
            .map(e -> fact(e, wording.say("fact.condition", "name", e.label())));
      case APPOINTMENTS ->
        record.entries(Appointment.class).stream()
            .filter(e -> isToCome(e, today))
            .sorted(Comparator.comparing(Lists::start))
            .map(e -> fact(e, appointment(e, wording)));
    };
    return facts.toList();
  }

  private static boolean isToCome(Appointment entry, LocalDate today) {
    return entry.start() != null
        && !start(entry).toLocalDate().isBefore(today)
        && TO_COME.contains(entry.status());
  }

  private static OffsetDateTime start(Appointment entry) {
    OffsetDateTime start = entry.start();
    return start == null ? OffsetDateTime.MAX : start;
  }

  private static String appointment(Appointment entry, Wording wording) {
    OffsetDateTime start = start(entry);
    LocalTime time = start.toLocalTime();
    String said = wording.say(
        time.equals(LocalTime.MIDNIGHT) ? "list.appointment.day" : "list.appointment",
        "name",
        entry.label(),
        "date",
        wording.date(start.toLocalDate()),
        "time",
        TIME.format(time));
    return entry.place() == null ? said : said.replaceFirst("\\.$", ", " + quoted(entry) + ".");
  }

  private static String quoted(Appointment entry) {
    return java.util.regex.Matcher.quoteReplacement(String.valueOf(entry.place()));
  }

  private static String dosage(Medication entry) {
    String dosage = String.valueOf(entry.dosage()).strip();
    return dosage.endsWith(".") ? dosage.substring(0, dosage.length() - 1) : dosage;
  }

  private static RecordFact fact(Entry entry, String text) {
    return Facts.fact(entry, text, entry.label(), Optional.empty());
  }
}
