package org.healthassistant.assistant.record.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.record.risk.RiskData.ValueSet;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Procedure;

/// Reads from a record what can lift the level of a complaint. What is in doubt counts: a paused
/// blood thinner still thins, a pregnancy without a due date is one until the record ends it.
public final class RiskFacts {

  private static final Code DUE_DATE = Code.loinc("11778-8");
  private static final Code PREGNANCY_STATUS = Code.loinc("82810-3");

  private final RiskData data;

  private RiskFacts(RiskData data) {
    this.data = data;
  }

  /// Reads by the codes and words that ship with the product.
  public static RiskFacts builtIn() {
    return new RiskFacts(RiskData.builtIn());
  }

  /// The facts of a record with the days on which they hold.
  public List<TimedRisk> inRecord(PatientRecord record) {
    List<TimedRisk> facts = new ArrayList<>();
    ages(record.person(), facts);
    ifMedicine(record, data.anticoagulant(), RiskFact.ANTICOAGULANT, facts);
    ifMedicine(record, data.insulin(), RiskFact.INSULIN, facts);
    if (hasMedicine(record, data.immunosuppressed())
        || hasCondition(record, data.immunosuppressed())) {
      facts.add(TimedRisk.always(RiskFact.IMMUNOSUPPRESSED));
    }
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
    if (hasCondition(record, data.pregnant()) || statusPregnant(record)) {
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
    if (hasMedicine(record, codes)) {
      facts.add(TimedRisk.always(fact));
    }
  }

  private void ifCondition(
      PatientRecord record, ValueSet codes, RiskFact fact, List<TimedRisk> facts) {
    if (hasCondition(record, codes)) {
      facts.add(TimedRisk.always(fact));
    }
  }

  private boolean hasMedicine(PatientRecord record, ValueSet codes) {
    return record.entries(Medication.class).stream()
        .filter(entry -> entry.isCurrent() || entry.status() == Medication.Status.ON_HOLD)
        .anyMatch(entry -> data.medicine(codes, entry));
  }

  private boolean hasCondition(PatientRecord record, ValueSet codes) {
    return record.entries(Condition.class).stream()
        .filter(Condition::isCurrent)
        .anyMatch(entry -> data.condition(codes, entry));
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
