package org.healthassistant.assistant.record.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.risk.RiskData.ValueSet;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Procedure;
import org.jspecify.annotations.Nullable;

/// Reads from a record what can lift the level of a complaint. What is in doubt counts: a paused
/// blood thinner still thins, a pregnancy without a due date is one until the record ends it.
public final class RiskFacts {

  private static final Code DUE_DATE = Code.loinc("11778-8");
  private static final Code PREGNANCY_STATUS = Code.loinc("82810-3");

  private static final String VERSION = RecordData.fingerprint("risk.yaml");

  private final RiskData data;

  private RiskFacts(RiskData data) {
    this.data = data;
  }

  /// Reads by the codes and words that ship with the product.
  public static RiskFacts builtIn() {
    return new RiskFacts(RiskData.builtIn());
  }

  /// Tells one version of the codes and words from another, so that records are read anew by new
  /// ones.
  public static String version() {
    return VERSION;
  }

  /// All facts there are, for a record that cannot be read: a complaint is then taken for as
  /// urgent as it may be.
  public static List<TimedRisk> whereNothingIsKnown() {
    return Arrays.stream(RiskFact.values()).map(TimedRisk::always).toList();
  }

  /// The facts of a record with the days on which they hold.
  public List<TimedRisk> inRecord(PatientRecord record) {
    List<TimedRisk> facts = new ArrayList<>();
    ages(record.person(), facts);
    ifMedicine(record, data.anticoagulant(), RiskFact.ANTICOAGULANT, facts);
    ifMedicine(record, data.insulin(), RiskFact.INSULIN, facts);
    ifMedicine(record, data.immunosuppressed(), RiskFact.IMMUNOSUPPRESSED, facts);
    ifCondition(record, data.immunosuppressed(), RiskFact.IMMUNOSUPPRESSED, facts);
    ifCondition(record, data.heartFailure(), RiskFact.HEART_FAILURE, facts);
    pregnancy(record, facts);
    if (hasCondition(record, data.livesAlone()) || findingSays(record, data.livesAlone())) {
      facts.add(TimedRisk.always(RiskFact.LIVES_ALONE));
    }
    return List.copyOf(facts);
  }

  private void ages(Person person, List<TimedRisk> facts) {
    PartialDate born = person.birthDate();
    if (born == null) {
      return;
    }
    facts.add(new TimedRisk(
        RiskFact.OLDER_ADULT, born.earliest().plusYears(data.ages().olderAdultFrom()), null));
    facts.add(new TimedRisk(
        RiskFact.INFANT,
        born.earliest(),
        born.latest().plusYears(data.ages().infantBelow()).minusDays(1)));
  }

  private void pregnancy(PatientRecord record, List<TimedRisk> facts) {
    RiskData.Birth birth = data.birth();
    Optional<LocalDate> due = record.entries(Measurement.class).stream()
        .filter(entry -> entry.is(DUE_DATE))
        .max(Comparator.comparing(RiskFacts::day))
        .flatMap(RiskFacts::dayInWords);
    Optional<Until> listed =
        untilLast(conditions(record, data.pregnant()).map(Condition::ended), 0);
    LocalDate ended = listed.map(Until::day).orElse(null);
    if (ended != null) {
      facts.add(new TimedRisk(RiskFact.PREGNANT, null, ended));
      facts.add(new TimedRisk(RiskFact.POSTPARTUM, ended, ended.plusDays(birth.postpartumDays())));
    }
    if ((listed.isPresent() && ended == null) || statusPregnant(record)) {
      facts.add(new TimedRisk(
          RiskFact.PREGNANT,
          null,
          due.map(d -> d.plusDays(birth.daysAfterDueDate())).orElse(null)));
      due.ifPresent(d -> facts.add(new TimedRisk(
          RiskFact.POSTPARTUM, d, d.plusDays(birth.daysAfterDueDate() + birth.postpartumDays()))));
    }
    ifCondition(record, data.postpartum(), RiskFact.POSTPARTUM, facts);
    record.entries(Procedure.class).stream()
        .filter(entry -> data.worded(entry.label(), birth.procedureWords()))
        .map(Procedure::date)
        .filter(date -> date != null)
        .forEach(date -> facts.add(new TimedRisk(
            RiskFact.POSTPARTUM, date.earliest(), date.latest().plusDays(birth.postpartumDays()))));
  }

  private boolean statusPregnant(PatientRecord record) {
    return record.entries(Measurement.class).stream()
        .filter(entry -> entry.is(PREGNANCY_STATUS))
        .max(Comparator.comparing(RiskFacts::day))
        .map(entry -> entry.text())
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("pregnan"))
        .isPresent();
  }

  private void ifMedicine(
      PatientRecord record, ValueSet codes, RiskFact fact, List<TimedRisk> facts) {
    untilLast(medicines(record, codes).map(Medication::ended), data.daysAfterEnd())
        .ifPresent(until -> facts.add(until.ending(fact)));
  }

  private void ifCondition(
      PatientRecord record, ValueSet codes, RiskFact fact, List<TimedRisk> facts) {
    untilLast(conditions(record, codes).map(Condition::ended), 0)
        .ifPresent(until -> facts.add(until.ending(fact)));
  }

  private Stream<Medication> medicines(PatientRecord record, ValueSet codes) {
    return record.entries(Medication.class).stream()
        .filter(entry -> entry.isCurrent() || entry.status() == Medication.Status.ON_HOLD)
        .filter(entry -> data.medicine(codes, entry));
  }

  private Stream<Condition> conditions(PatientRecord record, ValueSet codes) {
    return record.entries(Condition.class).stream()
        .filter(Condition::isCurrent)
        .filter(entry -> data.condition(codes, entry));
  }

  private boolean hasCondition(PatientRecord record, ValueSet codes) {
    return conditions(record, codes).findAny().isPresent();
  }

  /// Until when the last of several entries matters; empty where there are none.
  private static Optional<Until> untilLast(Stream<@Nullable PartialDate> ends, int daysAfter) {
    return ends.map(end -> new Until(end == null ? null : end.latest().plusDays(daysAfter)))
        .reduce((a, b) -> a.isAfter(b) ? a : b);
  }

  /// The last day of a fact; null: it has no end.
  private record Until(@Nullable LocalDate day) {

    boolean isAfter(Until other) {
      return day == null || (other.day != null && day.isAfter(other.day));
    }

    TimedRisk ending(RiskFact fact) {
      return new TimedRisk(fact, null, day);
    }
  }

  private boolean findingSays(PatientRecord record, ValueSet codes) {
    return record.entries(Measurement.class).stream().anyMatch(entry -> {
      String text = entry.text();
      return text != null && data.worded(text, codes.conditionWords());
    });
  }

  private static LocalDate day(Measurement entry) {
    PartialDate date = entry.date();
    return date == null ? LocalDate.MIN : date.earliest();
  }

  private static Optional<LocalDate> dayInWords(Measurement entry) {
    String text = entry.text();
    if (text == null || text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(text.substring(0, 10)).latest());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
