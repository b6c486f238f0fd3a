package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.Medication.Kind;
import org.healthassistant.connector.record.Medication.Status;
import org.healthassistant.connector.record.PatientRecord;
import org.junit.jupiter.api.Test;

class DemoPatientsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Code A1C = Code.loinc("4548-4");
  private static final FhirBundleDirectory.Reading READING = FhirBundleDirectory.builtIn();

  @Test
  void areFiveAndReadWithoutAProblem() {
    assertThat(READING.problems()).isEmpty();
    assertThat(READING.records())
        .extracting(read -> read.person().id())
        .containsExactly(
            "dana-whitfield", "maria-alvarez", "priya-nair", "robert-hayes", "tom-becker");
    assertThat(READING.records())
        .extracting(read -> read.person().ageOn(TODAY))
        .containsExactly(58, 49, 31, 74, 23);
    assertThat(READING.records())
        .extracting(read -> read.person().language())
        .containsExactly("en", "es", "en", "en", "en");
    assertThat(READING.records())
        .extracting(PatientRecord::asOf)
        .containsOnly(Instant.parse("2026-11-20T11:00:00Z"));
  }

  @Test
  void canBeReachedOnFictitiousNumbers() {
    assertThat(READING.records()).allSatisfy(read -> {
      assertThat(read.person().phones()).isNotEmpty();
      assertThat(read.person().phones().getFirst().use()).isEqualTo("mobile");
      assertThat(read.person().phones())
          .allSatisfy(phone -> assertThat(phone.number()).startsWith("+1 202-555-01"));
      assertThat(read.person().address()).isNotBlank();
      assertThat(Objects.requireNonNull(read.person().emergencyContact()).phones())
          .hasSize(1);
    });
    assertThat(READING.records().stream()
            .flatMap(read -> read.person().phones().stream())
            .map(phone -> phone.number()))
        .doesNotHaveDuplicates();
  }

  @Test
  void haveNoSourceInCommon() {
    assertThat(READING.records().stream()
            .flatMap(read -> read.entries().stream())
            .map(entry -> entry.source()))
        .doesNotHaveDuplicates();
  }

  @Test
  void showDanasLastA1cAs7Point9PercentOn14August2026() {
    Measurement last = last("dana-whitfield", A1C);
    assertThat(last.source()).isEqualTo("Observation/a1c-3");
    assertThat(last.label()).isEqualTo("Hemoglobin A1c");
    assertThat(last.value()).isEqualTo(new BigDecimal("7.9"));
    assertThat(last.displayUnit()).isEqualTo("%");
    assertThat(last.dateTime()).isEqualTo(OffsetDateTime.parse("2026-08-14T08:15:00-04:00"));
    assertThat(Objects.requireNonNull(last.date()).text()).isEqualTo("2026-08-14");
    assertThat(last.referenceHigh()).isEqualTo(new BigDecimal("5.6"));
    assertThat(last.interpretation()).containsExactly("H");
    assertThat(measurements("dana-whitfield", A1C)).hasSize(3);
  }

  @Test
  void showMariasLastA1cAs7Point2PercentOn30September2026() {
    Measurement last = last("maria-alvarez", A1C);
    assertThat(last.value()).isEqualTo(new BigDecimal("7.2"));
    assertThat(Objects.requireNonNull(last.date()).text()).isEqualTo("2026-09-30");
    assertThat(conditions("maria-alvarez")).contains("Asthma", "Type 2 diabetes");
  }

  @Test
  void leaveOutWhatWasRefutedOrEnteredInError() {
    assertThat(conditions("dana-whitfield"))
        .contains("Type 2 diabetes")
        .doesNotContain("Hypothyroidism");
    assertThat(conditions("priya-nair")).doesNotContain("Gestational diabetes");
    assertThat(patient("dana-whitfield").entries())
        .noneMatch(entry -> entry.source().contains("error"));
    assertThat(patient("robert-hayes").entries())
        .noneMatch(entry -> entry.source().contains("error"));
  }

  @Test
  void keepUndatedEntries() {
    Allergy penicillin = patient("dana-whitfield").entries(Allergy.class).getFirst();
    assertThat(penicillin.date()).isNull();
    assertThat(penicillin.substance()).isEqualTo("Allergy to penicillin");
    assertThat(penicillin.criticality()).isEqualTo("high");
    assertThat(penicillin.reaction()).isEqualTo("Hives");
    assertThat(penicillin.noKnown()).isFalse();
  }

  @Test
  void keepARelapseAndARecurrenceAsCurrent() {
    assertThat(condition("maria-alvarez", "Atopic dermatitis").clinicalStatus())
        .isEqualTo(ClinicalStatus.RELAPSE);
    assertThat(condition("robert-hayes", "Gout").clinicalStatus())
        .isEqualTo(ClinicalStatus.RECURRENCE);
    assertThat(condition("maria-alvarez", "Asthma").clinicalStatus())
        .isEqualTo(ClinicalStatus.UNKNOWN);
    assertThat(condition("robert-hayes", "Pneumonia").isCurrent()).isFalse();
  }

  @Test
  void keepAMedicineThatIsOnlyStated() {
    Medication ibuprofen = medication("robert-hayes", Code.rxnorm("5640"));
    assertThat(ibuprofen.kind()).isEqualTo(Kind.STATEMENT);
    assertThat(ibuprofen.reported()).isTrue();
    assertThat(ibuprofen.isCurrent()).isTrue();
    assertThat(ibuprofen.date()).isNull();
  }

  @Test
  void nameRobertsAnticoagulantAndHisCombinedMedicinesIngredients() {
    assertThat(medication("robert-hayes", Code.rxnorm("1364430")).isCurrent()).isTrue();
    assertThat(medication("robert-hayes", Code.rxnorm("11289")).status()).isEqualTo(Status.STOPPED);
    assertThat(medication("robert-hayes", Code.rxnorm("69749")))
        .isSameAs(medication("robert-hayes", Code.rxnorm("1656328")));
    assertThat(patient("robert-hayes").entries(Measurement.class)).hasSizeGreaterThan(100);
    assertThat(conditions("robert-hayes")).contains("Lives alone");
  }

  @Test
  void keepComparatorsPreliminaryResultsRangesAndParts() {
    Measurement troponin = last("robert-hayes", Code.loinc("10839-9"));
    assertThat(troponin.comparator()).isEqualTo("<");
    assertThat(troponin.value()).isEqualTo(new BigDecimal("0.01"));
    assertThat(last("robert-hayes", Code.loinc("2823-3")).status())
        .isEqualTo(Measurement.Status.PRELIMINARY);
    assertThat(last("robert-hayes", Code.loinc("10230-1")).text()).isEqualTo("40-45 %");
    assertThat(last("dana-whitfield", Code.loinc("85354-9")).components())
        .extracting(part -> part.codes().getFirst().code() + " " + part.value() + " " + part.unit())
        .containsExactly("8480-6 134 mm[Hg]", "8462-4 80 mm[Hg]");
  }

  @Test
  void tellWhenPriyasBabyIsDueAndThatSheIsPregnant() {
    Measurement due = last("priya-nair", Code.loinc("11778-8"));
    assertThat(due.text()).isEqualTo("2027-02-16");
    assertThat(due.dateTime()).isNull();
    assertThat(condition("priya-nair", "Pregnancy").is(Code.snomed("77386006"))).isTrue();
    assertThat(medication("priya-nair", "Prenatal vitamin with iron and folic acid")
            .kind())
        .isEqualTo(Kind.PLAN);
  }

  @Test
  void sayOfTomThatNoAllergyIsKnownAndNothingOfConditions() {
    PatientRecord tom = patient("tom-becker");
    assertThat(tom.entries(Condition.class)).isEmpty();
    assertThat(tom.entries(Medication.class)).isEmpty();
    assertThat(tom.entries(Allergy.class)).hasSize(1).allMatch(Allergy::noKnown);
    assertThat(Objects.requireNonNull(tom.entries(Immunization.class).getFirst().date())
            .text())
        .isEqualTo("2021-08");
  }

  @Test
  void haveAppointmentsWithTimePlaceAndPurpose() {
    Appointment visit = patient("dana-whitfield").entries(Appointment.class).getFirst();
    assertThat(visit.label()).isEqualTo("Diabetes follow-up visit");
    assertThat(visit.start()).isEqualTo(OffsetDateTime.parse("2026-12-10T09:30:00-05:00"));
    assertThat(visit.status()).isEqualTo("booked");
    assertThat(visit.place()).isEqualTo("Fairview Family Clinic");
    assertThat(visit.description()).isEqualTo("A1c test and talk about the results");
  }

  @Test
  void areNeverPrinted() {
    assertThat(READING.records()).allSatisfy(read -> {
      assertThat(read).hasToString("[REDACTED]");
      assertThat(read.person()).hasToString("[REDACTED]");
      assertThat(read.entries()).allSatisfy(entry -> assertThat(entry).hasToString("[REDACTED]"));
    });
  }

  private static PatientRecord patient(String id) {
    return READING.records().stream()
        .filter(read -> read.person().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> conditions(String id) {
    return patient(id).entries(Condition.class).stream().map(Entry::label).toList();
  }

  private static Condition condition(String id, String label) {
    return patient(id).entries(Condition.class).stream()
        .filter(condition -> condition.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static Medication medication(String id, Code code) {
    return patient(id).entries(Medication.class).stream()
        .filter(medication -> medication.is(code))
        .findFirst()
        .orElseThrow();
  }

  private static Medication medication(String id, String label) {
    return patient(id).entries(Medication.class).stream()
        .filter(medication -> medication.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<Measurement> measurements(String id, Code code) {
    return patient(id).entries(Measurement.class).stream()
        .filter(measurement -> measurement.is(code))
        .toList();
  }

  private static Measurement last(String id, Code code) {
    return measurements(id, code).stream()
        .max(Comparator.comparing(read -> Objects.requireNonNull(read.date())))
        .orElseThrow();
  }
}
