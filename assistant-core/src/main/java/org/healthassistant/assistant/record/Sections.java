package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;

/// Lays a record out as the patient sees it: six parts, one line an entry.
final class Sections {

  /// The parts, in their order.
  static final List<String> IDS =
      List.of("conditions", "medicines", "allergies", "labs", "vitals", "appointments");

  private Sections() {}

  /// All six parts without entries, for one reason.
  static List<RecordSection> closed(RecordSection.Status why, Language language) {
    Wording wording = Wording.of(language);
    return IDS.stream()
        .map(id -> new RecordSection(id, wording.say("section." + id), why, List.of()))
        .toList();
  }

  /// All six parts of a record.
  static List<RecordSection> of(PatientRecord record, Language language) {
    Wording wording = Wording.of(language);
    return IDS.stream().map(id -> section(id, record, wording)).toList();
  }

  private static RecordSection section(String id, PatientRecord record, Wording wording) {
    Stream<RecordSection.Entry> lines = switch (id) {
      case "conditions" ->
        newest(record, Condition.class, any -> true).map(e -> line(e, condition(e, wording)));
      case "medicines" ->
        newest(record, Medication.class, any -> true).map(e -> line(e, medicine(e, wording)));
      case "allergies" ->
        newest(record, Allergy.class, any -> true).map(e -> line(e, allergy(e, wording)));
      case "labs" ->
        newest(record, Measurement.class, m -> m.category().equals("laboratory"))
            .map(e -> line(e, measured(e, wording)));
      case "vitals" ->
        newest(record, Measurement.class, m -> m.category().equals("vital-signs"))
            .map(e -> line(e, measured(e, wording)));
      default ->
        newest(record, Appointment.class, any -> true).map(e -> line(e, appointment(e, wording)));
    };
    List<RecordSection.Entry> entries = lines.toList();
    return new RecordSection(
        id,
        wording.say("section." + id),
        entries.isEmpty() ? RecordSection.Status.NONE_RECORDED : RecordSection.Status.OK,
        entries);
  }

  private static <E extends Entry> Stream<E> newest(
      PatientRecord record, Class<E> kind, Predicate<E> which) {
    return record.entries(kind).stream()
        .filter(which)
        .sorted(Comparator.comparing(Sections::dayOrMin).reversed());
  }

  private static LocalDate dayOrMin(Entry entry) {
    PartialDate date = entry.date();
    return date == null ? LocalDate.MIN : date.earliest();
  }

  private static RecordSection.Entry line(Entry entry, String text) {
    return new RecordSection.Entry(text, Facts.day(entry), entry.source());
  }

  private static String condition(Condition entry, Wording wording) {
    List<String> notes = new ArrayList<>();
    status(entry.clinicalStatus().name(), wording).ifPresent(notes::add);
    switch (entry.verification()) {
      case PROVISIONAL, DIFFERENTIAL, UNCONFIRMED -> notes.add(wording.say("chance.unconfirmed"));
      case CONFIRMED, UNKNOWN -> {}
    }
    return withNotes(entry.label(), notes);
  }

  private static String medicine(Medication entry, Wording wording) {
    List<String> notes = new ArrayList<>();
    status(entry.status().name(), wording).ifPresent(notes::add);
    if (entry.reported()) {
      notes.add(wording.say("status.reported"));
    }
    String text = withNotes(entry.label(), notes);
    return entry.dosage() == null ? text : text + ": " + entry.dosage();
  }

  private static String allergy(Allergy entry, Wording wording) {
    List<String> notes = new ArrayList<>();
    if ("high".equals(entry.criticality())) {
      notes.add(wording.say("status.high-risk"));
    }
    if (!entry.current()) {
      notes.add(wording.say("status.inactive-allergy"));
    }
    String text = withNotes(entry.label(), notes);
    return entry.reaction() == null ? text : text + ": " + entry.reaction();
  }

  private static String measured(Measurement entry, Wording wording) {
    String text = entry.label() + ": " + ValueText.of(entry);
    return entry.status() == Measurement.Status.PRELIMINARY
        ? withNotes(text, List.of(wording.say("status.preliminary")))
        : text;
  }

  private static String appointment(Appointment entry, Wording wording) {
    List<String> notes = new ArrayList<>();
    status(entry.status(), wording).ifPresent(notes::add);
    String text = withNotes(entry.label(), notes);
    return entry.place() == null ? text : text + ": " + entry.place();
  }

  private static Optional<String> status(String name, Wording wording) {
    String key = "status." + name.toLowerCase(Locale.ROOT).replace('_', '-');
    return wording.has(key) ? Optional.of(wording.say(key)) : Optional.empty();
  }

  private static String withNotes(String text, List<String> notes) {
    return notes.isEmpty() ? text : text + " (" + String.join(", ", notes) + ")";
  }
}
