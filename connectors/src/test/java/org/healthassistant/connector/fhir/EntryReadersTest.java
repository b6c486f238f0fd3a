package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.Medication.Kind;
import org.healthassistant.connector.record.Medication.Status;
import org.healthassistant.connector.record.Procedure;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReadersTest {
  @Nested
  class ForMeasurements {
    @ParameterizedTest
    @CsvSource({"2024, 2024", "2024-05, 2024-05", "2024-05-09, 2024-05-09"})
    void keepsThePrecisionOfADate(String written, String kept) {
      Measurement read = observation("\"effectiveDateTime\": \"%s\"".formatted(written));
      assertThat(Objects.requireNonNull(read.date()).text()).isEqualTo(kept);
      assertThat(read.dateTime()).isNull();
    }

    @Test
    void keepsTheOffsetAndTheDayThatTheSourceWrote() {
      Measurement read = observation("\"effectiveDateTime\": \"2026-08-14T23:30:00.250-07:00\"");
      assertThat(read.dateTime()).isEqualTo(OffsetDateTime.parse("2026-08-14T23:30:00.250-07:00"));
      assertThat(Objects.requireNonNull(read.date()).text()).isEqualTo("2026-08-14");
    }

    @Test
    void dateAPeriodByItsBeginning() {
      Measurement read =
          observation("\"effectivePeriod\": {\"start\": \"2026-08-01\", \"end\": \"2026-08-31\"}");
      assertThat(Objects.requireNonNull(read.date()).text()).isEqualTo("2026-08-01");
    }

    @Test
    void areUndatedWhereNoDateIsGiven() {
      Measurement read = observation("\"valueString\": \"A\"");
      assertThat(read.date()).isNull();
      assertThat(read.text()).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.90", "7.9", "0.010", "1200", "-3"})
    void keepTheNumberAsWritten(String number) {
      Measurement read = observation("\"valueQuantity\": {\"value\": %s}".formatted(number));
      assertThat(read.value()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void takeTheUnitFromItsCodeAndItsName() {
      Measurement read = observation(
          "\"valueQuantity\": {\"value\": 5, \"unit\": \"lb\", \"code\": \"[lb_av]\", \"comparator\": \">=\"}");
      assertThat(read.unit()).isEqualTo("[lb_av]");
      assertThat(read.displayUnit()).isEqualTo("lb");
      assertThat(read.comparator()).isEqualTo(">=");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"valueBoolean\": true | yes",
          "\"valueDateTime\": \"2027-02\" | 2027-02",
          "\"valueCodeableConcept\": {\"coding\": [{\"code\": \"x\", \"display\": \"Positive\"}]} | Positive",
          "\"valueRatio\": {\"numerator\": {\"value\": 1}, \"denominator\": {\"value\": 80}} | 1:80",
          "\"valueTime\": \"08:30:00\" | 08:30:00"
        })
    void writesInWordsWhatIsNotOneNumber(String value, String words) {
      Measurement read = observation(value);
      assertThat(read.text()).isEqualTo(words);
      assertThat(read.value()).isNull();
    }

    @Test
    void hasNoValueWhereTheSourceSaysItIsAbsent() {
      Measurement read = observation("\"dataAbsentReason\": {\"text\": \"not performed\"}");
      assertThat(read.value()).isNull();
      assertThat(read.text()).isNull();
    }

    @Test
    void takeTheNormalRangeThatIsForEverybody() {
      Measurement read = observation("\"referenceRange\": [{\"text\": \"see note\"},"
          + "{\"low\": {\"value\": 1}, \"appliesTo\": [{\"text\": \"pregnant\"}]},"
          + "{\"low\": {\"value\": 2}, \"type\": {\"coding\": [{\"code\": \"treatment\"}]}},"
          + "{\"low\": {\"value\": 3}, \"high\": {\"value\": 4}}]");
      assertThat(read.referenceLow()).isEqualTo(new BigDecimal("3"));
      assertThat(read.referenceHigh()).isEqualTo(new BigDecimal("4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "cancelled"})
    void areNotReadWhenTheyDoNotHold(String status) {
      var read = Bundles.record(
          "{\"resourceType\": \"Observation\", \"id\": \"o\", \"status\": \"%s\", \"code\": {\"text\": \"X\"}}"
              .formatted(status));
      assertThat(read.entries()).isEmpty();
    }

    @Test
    void areUnknownWithoutAStatus() {
      assertThat(observation("\"valueInteger\": 3").status()).isEqualTo(Measurement.Status.UNKNOWN);
      assertThat(observation("\"status\": \"amended\"").status())
          .isEqualTo(Measurement.Status.AMENDED);
    }

    private static Measurement observation(String members) {
      return Bundles.only(
          Measurement.class,
          "{\"resourceType\": \"Observation\", \"id\": \"o\", \"code\": {\"text\": \"X\"}, %s}"
              .formatted(members));
    }
  }

  @Nested
  class ForMedicines {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"status\": \"entered-in-error\"",
          "\"status\": \"draft\"",
          "\"intent\": \"proposal\"",
          "\"intent\": \"option\"",
          "\"doNotPerform\": true"
        })
    void areNotReadWhenTheyWereNotOrdered(String member) {
      assertThat(Bundles.record(request(member + ", " + NAMED)).entries()).isEmpty();
    }

    @Test
    void areOfUnknownStatusAndCurrentWithoutAStatus() {
      Medication read = Bundles.only(Medication.class, request(NAMED));
      assertThat(read.status()).isEqualTo(Status.UNKNOWN);
      assertThat(read.isCurrent()).isTrue();
      assertThat(read.dosage()).isNull();
    }

    @Test
    void takeNameAndIngredientsFromAContainedMedication() {
      Medication read = Bundles.only(
          Medication.class,
          request(
              "\"contained\": [{\"resourceType\": \"Medication\", \"id\": \"m\", \"ingredient\": ["
                  + "{\"itemCodeableConcept\": {\"text\": \"valsartan\", \"coding\": [{\"system\": \"%s\", \"code\": \"69749\"}]}}]}],"
                      .formatted(Code.RXNORM)
                  + "\"medicationReference\": {\"reference\": \"#m\"}"));
      assertThat(read.label()).isEqualTo("valsartan");
      assertThat(read.codes()).containsExactly(Code.rxnorm("69749"));
    }

    @Test
    void takeTheNameOfAReferenceThatLeadsNowhere() {
      Medication read = Bundles.only(
          Medication.class,
          request(
              "\"medicationReference\": {\"reference\": \"Medication/9\", \"display\": \"Aspirin\"}"));
      assertThat(read.label()).isEqualTo("Aspirin");
    }

    @Test
    void areReportedWhenThePatientSaidSo() {
      Medication read = Bundles.only(
          Medication.class,
          request(NAMED
              + ", \"intent\": \"plan\", \"reportedReference\": {\"reference\": \"Patient/pat\"}"));
      assertThat(read.reported()).isTrue();
      assertThat(read.kind()).isEqualTo(Kind.PLAN);
    }

    private static final String NAMED = "\"medicationCodeableConcept\": {\"text\": \"Aspirin\"}";

    private static String request(String members) {
      return "{\"resourceType\": \"MedicationRequest\", \"id\": \"m\", %s}".formatted(members);
    }
  }

  @Nested
  class ForAllergies {
    @Test
    void sayThatNoneIsKnownBySnomedAndByThePatientSummary() {
      assertThat(allergy(coded(Code.SNOMED, "716186003")).noKnown()).isTrue();
      assertThat(allergy(coded(Concepts.IPS_ABSENT, "no-known-allergies")).noKnown())
          .isTrue();
      assertThat(allergy(coded(Code.SNOMED, "91935009")).noKnown()).isFalse();
    }

    @Test
    void areNotReadWhereNothingIsKnownAboutAllergies() {
      assertThat(Bundles.record(json(coded(Concepts.IPS_ABSENT, "no-allergy-info")))
              .entries())
          .isEmpty();
    }

    @Test
    void takeTheSubstanceOfTheReactionAndItsManifestations() {
      Allergy read = allergy(
          "\"code\": {\"text\": \"Drug allergy\"}, \"reaction\": [{\"substance\": {\"text\": \"amoxicillin\"},"
              + " \"manifestation\": [{\"text\": \"rash\"}, {\"text\": \"itching\"}]}, {\"description\": \"once in 2001\"}]");
      assertThat(read.label()).isEqualTo("Drug allergy");
      assertThat(read.substance()).isEqualTo("amoxicillin");
      assertThat(read.reaction()).isEqualTo("rash, itching; once in 2001");
    }

    @Test
    void areNotCurrentOnlyWhenTheSourceSaysSo() {
      String peanut = coded(Code.SNOMED, "91935009");
      assertThat(allergy(peanut).current()).isTrue();
      assertThat(allergy(peanut + ", \"clinicalStatus\": {\"coding\": [{\"code\": \"resolved\"}]}")
              .current())
          .isFalse();
    }

    private static String coded(String system, String code) {
      return "\"code\": {\"coding\": [{\"system\": \"%s\", \"code\": \"%s\"}]}"
          .formatted(system, code);
    }

    private static String json(String members) {
      return "{\"resourceType\": \"AllergyIntolerance\", \"id\": \"a\", %s}".formatted(members);
    }

    private static Allergy allergy(String members) {
      return Bundles.only(Allergy.class, json(members));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuted", "entered-in-error"})
  void readsNoConditionThatDoesNotHold(String verification) {
    assertThat(Bundles.record(
                ("{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"Gout\"},"
                        + " \"verificationStatus\": {\"coding\": [{\"code\": \"%s\"}]}}")
                    .formatted(verification))
            .entries())
        .isEmpty();
  }

  @Test
  void readsNoKnownProblemsAsNoCondition() {
    assertThat(Bundles.record(
                ("{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"coding\":"
                        + " [{\"system\": \"%s\", \"code\": \"no-known-problems\"}]}}")
                    .formatted(Concepts.IPS_ABSENT))
            .entries(Condition.class))
        .isEmpty();
  }

  @Test
  void readsAnAppointmentWithoutATime() {
    Appointment read = Bundles.only(
        Appointment.class,
        "{\"resourceType\": \"Appointment\", \"id\": \"a\", \"status\": \"proposed\"}");
    assertThat(read.label()).isEqualTo("Appointment");
    assertThat(read.start()).isNull();
    assertThat(read.date()).isNull();
  }

  @Test
  void readsNoProcedureThatWasNotDone() {
    String done =
        "{\"resourceType\": \"Procedure\", \"id\": \"p\", \"status\": \"%s\", \"code\": {\"text\": \"X-ray\"}}";
    assertThat(Bundles.record(done.formatted("not-done")).entries()).isEmpty();
    assertThat(Bundles.only(Procedure.class, done.formatted("completed")).status())
        .isEqualTo("completed");
  }
}
