package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.DosageText;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.Reported;
import org.healthassistant.assistant.record.terms.Standing;
import org.healthassistant.assistant.record.terms.TopicData;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Lays a record out as the patient sees it, part by part, one line an entry.
///
/// @param today the clinical day: what ended before it is over
record Sections(PatientRecord record, Wording wording, Language language, LocalDate today) {

  /// The parts, in their order.
  static final List<String> IDS =
      List.of("conditions", "medicines", "allergies", "labs", "vitals", "appointments");

  private static final List<String> FURTHER =
      List.of("other-results", "immunizations", "procedures");

  /// The part of what devices measured.
  static final String MEASURED = "measured";

  private static final Predicate<Measurement> LAB = m -> m.category().equals("laboratory");
  private static final Predicate<Measurement> VITAL = m -> m.category().equals("vital-signs");
  private static final TopicData TOPICS = TopicData.builtIn();

  /// All six parts without entries, for one reason.
  static List<RecordSection> closed(RecordSection.Status why, Language language) {
    Wording wording = Wording.of(language);
    return IDS.stream()
        .map(id -> new RecordSection(id, wording.say("section." + id), why, List.of()))
        .toList();
  }

  /// All six parts of a record, then other results, vaccines and procedures where there are some
  /// or some may be missing.
  static List<RecordSection> of(PatientRecord record, Language language, LocalDate today) {
    return of(record, List.of(), language, today);
  }

  /// The same, and before what comes further the last of what devices measured.
  static List<RecordSection> of(
      PatientRecord record, List<Measurement> measured, Language language, LocalDate today) {
    var sections = new Sections(record, Wording.of(language), language, today);
    List<RecordSection> all = new ArrayList<>();
    IDS.forEach(id -> all.add(sections.section(id)));
    if (!measured.isEmpty()) {
      all.add(new RecordSection(
          MEASURED,
          sections.wording.say("section." + MEASURED),
          RecordSection.Status.OK,
          measured.stream().map(e -> sections.line(e, sections.own(e))).toList()));
    }
    FURTHER.stream()
        .map(sections::section)
        .filter(section -> section.status() != RecordSection.Status.NONE_RECORDED)
        .forEach(all::add);
    return List.copyOf(all);
  }

  private RecordSection section(String id) {
    Stream<RecordSection.Entry> lines = switch (id) {
      case "conditions" ->
        distinct(newest(Condition.class, any -> true).map(e -> line(e, condition(e))));
      case "medicines" ->
        distinct(newest(Medication.class, any -> true).map(e -> line(e, medicine(e))));
      case "allergies" -> newest(Allergy.class, any -> true).map(e -> line(e, allergy(e)));
      case "labs" -> newest(Measurement.class, LAB).map(e -> line(e, measured(e)));
      case "vitals" -> newest(Measurement.class, VITAL).map(e -> line(e, measured(e)));
      case "other-results" ->
        newest(Measurement.class, LAB.or(VITAL).negate()).map(e -> line(e, measured(e)));
      case "immunizations" -> newest(Immunization.class, any -> true).map(e -> line(e, e.label()));
      case "procedures" -> newest(Procedure.class, any -> true).map(e -> line(e, procedure(e)));
      default -> newest(Appointment.class, any -> true).map(e -> line(e, appointment(e)));
    };
    List<RecordSection.Entry> entries = lines.toList();
    return new RecordSection(id, wording.say("section." + id), status(id, entries), entries);
  }

  private RecordSection.Status status(String id, List<RecordSection.Entry> entries) {
    if (record.incomplete().contains(part(id))) {
      return RecordSection.Status.INCOMPLETE;
    }
    return entries.isEmpty() ? RecordSection.Status.NONE_RECORDED : RecordSection.Status.OK;
  }

  private static RecordPart part(String id) {
    return switch (id) {
      case "conditions" -> RecordPart.CONDITIONS;
      case "medicines" -> RecordPart.MEDICINES;
      case "allergies" -> RecordPart.ALLERGIES;
      case "immunizations" -> RecordPart.IMMUNIZATIONS;
      case "procedures" -> RecordPart.PROCEDURES;
      case "appointments" -> RecordPart.APPOINTMENTS;
      default -> RecordPart.MEASUREMENTS;
    };
  }

  /// Lines that say the same once, with the newest date.
  private static Stream<RecordSection.Entry> distinct(Stream<RecordSection.Entry> lines) {
    Map<String, RecordSection.Entry> first = new LinkedHashMap<>();
    lines.forEach(line -> first.putIfAbsent(line.text(), line));
    return first.values().stream();
  }

  private <E extends Entry> Stream<E> newest(Class<E> kind, Predicate<? super E> which) {
    return record.entries(kind).stream()
        .filter(which)
        .sorted(Comparator.comparing(Sections::dayOrMin).reversed());
  }

  private static LocalDate dayOrMin(Entry entry) {
    PartialDate date = entry.date();
    return date == null ? LocalDate.MIN : date.earliest();
  }

  private RecordSection.Entry line(Entry entry, String text) {
    Optional<String> loinc = entry instanceof Measurement
        ? entry.codes().stream()
            .filter(code -> code.system().equals(Code.LOINC))
            .map(Code::code)
            .findFirst()
        : Optional.empty();
    return new RecordSection.Entry(
        text, Optional.ofNullable(entry.date()), entry.source(), loinc, isPast(entry));
  }

  private boolean isPast(Entry entry) {
    return switch (entry) {
      case Condition condition -> !condition.isCurrentOn(today);
      case Medication medicine -> !medicine.isCurrentOn(today);
      case Allergy allergy -> !allergy.current();
      case Appointment visit -> visit.date() != null && visit.date().latest().isBefore(today);
      default -> false;
    };
  }

  private String condition(Condition entry) {
    List<String> notes = new ArrayList<>();
    Standing standing = Standing.detect(entry);
    boolean own = standing != Standing.FAMILY && standing != Standing.CIRCUMSTANCE;
    if (entry.isCurrent() && !entry.isCurrentOn(today)) {
      notes.add(ended(entry.ended()));
    } else if (own) {
      status(entry.clinicalStatus().name(), wording).ifPresent(notes::add);
    }
    switch (standing) {
      case DIFFERENTIAL -> notes.add(wording.say("status.differential"));
      case DOUBTED -> notes.add(wording.say("status.unconfirmed"));
      case FAMILY -> notes.add(wording.say("status.family"));
      case OWN, PAST, DENIED, CIRCUMSTANCE -> {}
    }
    return withNotes(entry.label(), notes);
  }

  private String ended(@Nullable PartialDate end) {
    return wording.say("status.ended", "date", end == null ? "" : wording.date(end));
  }

  private String medicine(Medication entry) {
    List<String> notes = new ArrayList<>();
    if (entry.isCurrent() && !entry.isCurrentOn(today)) {
      notes.add(ended(entry.ended()));
    } else {
      status(entry.status().name(), wording).ifPresent(notes::add);
    }
    if (entry.reported()) {
      notes.add(wording.say("status.reported"));
    }
    String text = withNotes(entry.label(), notes);
    String dosage = entry.dosage() != null ? entry.dosage() : DosageText.write(entry, wording);
    return dosage.isEmpty() ? text : text + ": " + dosage;
  }

  private String allergy(Allergy entry) {
    List<String> notes = new ArrayList<>();
    switch (entry.verification()) {
      case UNCONFIRMED, PROVISIONAL, DIFFERENTIAL -> notes.add(wording.say("status.unconfirmed"));
      case CONFIRMED, UNKNOWN -> {}
    }
    if ("high".equals(entry.criticality())) {
      notes.add(wording.say("status.high-risk"));
    }
    if (!entry.current()) {
      notes.add(wording.say("status.inactive-allergy"));
    }
    String text = withNotes(entry.label(), notes);
    return entry.reaction() == null ? text : text + ": " + entry.reaction();
  }

  private String measured(Measurement entry) {
    String value = wording.value(entry);
    String text = name(entry) + ": " + (value.isBlank() ? wording.say("status.no-value") : value);
    return entry.status() == Measurement.Status.PRELIMINARY
        ? withNotes(text, List.of(wording.say("status.preliminary")))
        : text;
  }

  /// What devices measured, by our own names.
  private String own(Measurement entry) {
    String name = entry.codes().stream()
        .flatMap(code -> MeasureData.builtIn().measureOf(code.code()).stream())
        .map(measure -> measure.name(language))
        .findFirst()
        .orElse(entry.label());
    String text = name + ": " + wording.value(entry);
    return Reported.isIt(entry) ? withNotes(text, List.of(wording.say("status.told"))) : text;
  }

  /// The source's name; where it wrote a bare code only, what we call that measure.
  private String name(Measurement entry) {
    boolean bare = entry.codes().stream().anyMatch(code -> code.code().equals(entry.label()));
    return bare
        ? TOPICS
            .measureOf(entry.label())
            .map(measure -> measure.name(language))
            .orElse(entry.label())
        : entry.label();
  }

  private String procedure(Procedure entry) {
    return entry.status().equals("completed") || entry.status().equals("unknown")
        ? entry.label()
        : withNotes(entry.label(), status(entry.status(), wording).stream().toList());
  }

  private String appointment(Appointment entry) {
    List<String> notes = new ArrayList<>();
    OffsetDateTime start = entry.start();
    if (start != null && !start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      notes.add(wording.time(start.toLocalTime()));
    }
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
