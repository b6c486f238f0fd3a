package org.healthassistant.assistant.record.told;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.DosageText;
import org.healthassistant.assistant.record.terms.Duplicates;
import org.healthassistant.assistant.record.terms.Standing;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;

/// Tells a part of the record entry by entry, as sentences: what is current of it, for
/// appointments what is still to come.
///
/// @param wording of the language to tell it in
/// @param now the clinical time
/// @param zone the organisation's, in which days and times of day are told
record Lists(Wording wording, Instant now, ZoneId zone) {

  private static final Set<String> AGREED = Set.of("booked");
  private static final Set<String> OPEN = Set.of("pending", "proposed");

  /// The facts of a part, each medicine and condition once.
  List<Told> tell(PatientRecord record, RecordQuestion.Part part) {
    Stream<Told> facts = switch (part) {
      case MEDICINES ->
        Duplicates.ofMedicines(current(record)).stream().map(e -> fact(e, medicine(e)));
      case ALLERGIES -> allergies(record);
      case CONDITIONS ->
        Duplicates.ofConditions(record.entries(Condition.class).stream()
                .filter(e -> e.isCurrentOn(today()))
                .toList())
            .stream()
            .flatMap(e -> condition(e).stream().map(text -> fact(e, text)));
      case APPOINTMENTS ->
        record.entries(Appointment.class).stream()
            .filter(this::isToCome)
            .sorted(Comparator.comparing(this::start))
            .map(e -> fact(e, appointment(e)));
      default -> Stream.of();
    };
    return facts.toList();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  List<Medication> current(PatientRecord record) {
    return record.entries(Medication.class).stream()
        .filter(e -> e.isCurrentOn(today()))
        .toList();
  }

  String medicine(Medication entry) {
    String dosage = DosageText.write(entry, wording);
    return wording.say(
        dosage.isEmpty() ? "list.medicine" : "list.medicine.dosage",
        "name",
        entry.label(),
        "dosage",
        dosage);
  }

  /// Real ones first. That none is known is said of its own kind only, and only where no real
  /// entry may be of that kind and nothing of the part is missing.
  private Stream<Told> allergies(PatientRecord record) {
    List<Allergy> current =
        record.entries(Allergy.class).stream().filter(Allergy::current).toList();
    List<Allergy> real = current.stream().filter(e -> !e.noKnown()).toList();
    boolean whole = !record.incomplete().contains(RecordPart.ALLERGIES);
    Stream<Told> none = current.stream()
        .filter(e -> e.noKnown() && whole)
        .filter(e -> real.stream().noneMatch(other -> isOfKind(other, e)))
        .map(e -> fact(e, noKnown(e)));
    return Stream.concat(
        real.stream()
            .map(e -> fact(
                e,
                wording.say(
                    isDoubted(e) ? "list.allergy.unconfirmed" : "list.allergy",
                    "name",
                    e.label()))),
        none);
  }

  private static boolean isDoubted(Allergy entry) {
    return switch (entry.verification()) {
      case UNCONFIRMED, PROVISIONAL, DIFFERENTIAL -> true;
      case CONFIRMED, UNKNOWN -> false;
    };
  }

  /// Whether a real allergy may be of a kind of which another entry says that none is known.
  private static boolean isOfKind(Allergy real, Allergy none) {
    return none.kinds().isEmpty()
        || real.kinds().isEmpty()
        || real.kinds().stream().anyMatch(none.kinds()::contains);
  }

  private String noKnown(Allergy entry) {
    return entry.kinds().size() == 1
        ? wording.say("list.no-known." + entry.kinds().iterator().next().name())
        : wording.say("list.no-known");
  }

  /// Empty for what is no condition of the patient's, or only one of several that are possible.
  private Optional<String> condition(Condition entry) {
    return switch (Standing.detect(entry)) {
      case OWN, PAST -> Optional.of(wording.say("fact.condition", "name", entry.label()));
      case DOUBTED -> Optional.of(wording.say("list.condition.doubted", "name", entry.label()));
      case DIFFERENTIAL, FAMILY, DENIED, CIRCUMSTANCE -> Optional.empty();
    };
  }

  /// Not over: at midnight begins what lasts the whole day.
  boolean isToCome(Appointment entry) {
    OffsetDateTime start = entry.start();
    if (start == null || !(AGREED.contains(entry.status()) || OPEN.contains(entry.status()))) {
      return false;
    }
    return isWholeDay(entry)
        ? !start(entry).toLocalDate().isBefore(today())
        : !start.toInstant().isBefore(now);
  }

  OffsetDateTime start(Appointment entry) {
    OffsetDateTime start = entry.start();
    return start == null ? OffsetDateTime.MAX : start.atZoneSameInstant(zone).toOffsetDateTime();
  }

  private boolean isWholeDay(Appointment entry) {
    return start(entry).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  String appointment(Appointment entry) {
    OffsetDateTime start = start(entry);
    String key = AGREED.contains(entry.status()) ? "list.appointment" : "list.appointment.open";
    String place = entry.place();
    return wording.say(
        isWholeDay(entry) ? key + ".day" : key,
        "name",
        place == null ? entry.label() : entry.label() + ", " + place,
        "date",
        wording.date(start.toLocalDate()),
        "time",
        wording.time(start.toLocalTime()));
  }

  private static Told fact(Entry entry, String text) {
    return Told.of(text, entry);
  }
}
