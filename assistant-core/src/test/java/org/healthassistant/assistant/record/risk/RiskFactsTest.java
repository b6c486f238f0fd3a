package org.healthassistant.assistant.record.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.record.SampleRecord;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.Medication.Status;
import org.healthassistant.connector.record.PartialDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskFactsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Set<RiskFact> on(LocalDate day, String born, Entry... entries) {
    return RiskFacts.builtIn().inRecord(SampleRecord.born(born, Arrays.asList(entries))).stream()
        .filter(risk -> risk.holdsOn(day))
        .map(TimedRisk::fact)
        .collect(Collectors.toSet());
  }

  private static Set<RiskFact> today(Entry... entries) {
    return on(TODAY, "1980-01-01", entries);
  }

  @ParameterizedTest
  @CsvSource({
    "1961-11-25, false",
    "1961-11-24, true",
    "1961-11, true",
    "1961-12, false",
    "1961, true",
    "1962, false"
  })
  void takesAPatientForOlderFromTheFirstDayThatMayBeTheBirthday(String born, boolean older) {
    assertThat(on(TODAY, born).contains(RiskFact.OLDER_ADULT)).isEqualTo(older);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-24, false",
    "2025-11-25, true",
    "2025-11, true",
    "2025-10, false",
    "2026-11-25, false"
  })
  void takesAPatientForAnInfantUntilTheLastDayThatMayBeTheBirthday(String born, boolean infant) {
    assertThat(on(TODAY, born).contains(RiskFact.INFANT)).isEqualTo(infant);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void countsAMedicineInUsePausedOrOfUnknownStanding(Status status) {
    boolean counts = switch (status) {
      case ACTIVE, ON_HOLD, UNKNOWN -> true;
      case INTENDED, STOPPED, COMPLETED, CANCELLED, NOT_TAKEN -> false;
    };
    assertThat(
            today(SampleRecord.medicine("Warfarin 5 mg", status)).contains(RiskFact.ANTICOAGULANT))
        .isEqualTo(counts);
  }

  @ParameterizedTest
  @EnumSource(ClinicalStatus.class)
  void countsAConditionWhileItIsCurrent(ClinicalStatus status) {
    boolean counts = switch (status) {
      case ACTIVE, RECURRENCE, RELAPSE, UNKNOWN -> true;
      case INACTIVE, REMISSION, RESOLVED -> false;
    };
    assertThat(today(
                SampleRecord.condition("Heart failure", status, new Code(Code.SNOMED, "84114007")))
            .contains(RiskFact.HEART_FAILURE))
        .isEqualTo(counts);
  }

  @Test
  void knowsAMedicineByItsCodeWhateverItIsCalled() {
    assertThat(
            today(SampleRecord.medicine("Pills", Status.ACTIVE, new Code(Code.RXNORM, "1364430"))))
        .containsExactly(RiskFact.ANTICOAGULANT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kidney transplant", "Trasplante de riñón", "KIDNEY TRANSPLANTED"})
  void knowsAConditionByTheBeginningOfAWord(String label) {
    assertThat(today(SampleRecord.condition(label, ClinicalStatus.ACTIVE)))
        .containsExactly(RiskFact.IMMUNOSUPPRESSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Family history of leukemia", "Screening for leukemia", "Riesgo de leucemia"})
  void takesNoConditionFromWhatOnlySpeaksOfIt(String label) {
    assertThat(today(SampleRecord.condition(label, ClinicalStatus.ACTIVE))).isEmpty();
  }

  @Nested
  class WhenAPregnancyHasADueDate {

    private Set<RiskFact> on(String day) {
      return RiskFactsTest.on(
          LocalDate.parse(day),
          "1990-01-01",
          SampleRecord.condition(
              "Pregnant", ClinicalStatus.ACTIVE, new Code(Code.SNOMED, "77386006")),
          SampleRecord.finding("11778-8", "2026-12-01"));
    }

    @Test
    void holdsUntilThreeWeeksAfterIt() {
      assertThat(on("2026-12-22")).contains(RiskFact.PREGNANT);
      assertThat(on("2026-12-23")).doesNotContain(RiskFact.PREGNANT);
    }

    @Test
    void isFollowedBySixWeeksInWhichABirthMayHaveBeen() {
      assertThat(on("2026-11-30")).doesNotContain(RiskFact.POSTPARTUM);
      assertThat(on("2026-12-01")).contains(RiskFact.POSTPARTUM);
      assertThat(on("2027-02-02")).contains(RiskFact.POSTPARTUM);
      assertThat(on("2027-02-03")).doesNotContain(RiskFact.POSTPARTUM);
    }
  }

  @Test
  void takesAPregnancyWithoutADueDateForOneThatGoesOn() {
    assertThat(on(
            TODAY.plusYears(3),
            "1990-01-01",
            SampleRecord.condition("Embarazo", ClinicalStatus.ACTIVE)))
        .contains(RiskFact.PREGNANT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-13, true",
    "2026-10-12, false",
    "2026-10, true",
    "2026-09, false",
    "2026, true"
  })
  void watchesForSixWeeksAfterABirth(String date, boolean holds) {
    assertThat(
            today(SampleRecord.procedure("Cesarean section", date)).contains(RiskFact.POSTPARTUM))
        .isEqualTo(holds);
  }

  @Test
  void saysNothingOfAPatientOfWhomNothingIsKnown() {
    assertThat(RiskFacts.builtIn().inRecord(SampleRecord.born(null, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-10-30, true", "2026-06-01, false", "2012, false"})
  void countsAMedicineForAWhileAfterItsOrderRanOut(String ended, boolean holds) {
    Medication order = new Medication(
        "MedicationRequest/1",
        java.util.List.of(),
        "Rivaroxaban 20 MG",
        Medication.Status.ACTIVE,
        Medication.Kind.ORDER,
        false,
        null,
        null,
        PartialDate.parse(ended),
        java.util.List.of());
    assertThat(today(order).contains(RiskFact.ANTICOAGULANT)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"2019-12-01, false, false", "2026-11-10, false, true", "2027-02-01, true, false"})
  void countsAPregnancyUntilItsEndAndTheWeeksAfterItAsPostpartum(
      String ended, boolean pregnant, boolean postpartum) {
    Condition pregnancy = new Condition(
        "Condition/1",
        java.util.List.of(),
        "Pregnancy",
        Condition.ClinicalStatus.UNKNOWN,
        Condition.Verification.CONFIRMED,
        null,
        null,
        PartialDate.parse(ended));
    assertThat(today(pregnancy).contains(RiskFact.PREGNANT)).isEqualTo(pregnant);
    assertThat(today(pregnancy).contains(RiskFact.POSTPARTUM)).isEqualTo(postpartum);
  }
}
