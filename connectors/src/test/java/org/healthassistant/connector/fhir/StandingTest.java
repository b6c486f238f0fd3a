package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Allergy.Kind;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.Verification;
import org.healthassistant.connector.record.Dose;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is over, doubted, none or of another time zone, as sources write it.
class StandingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"abatementDateTime\": \"2020-05-02\" | false",
        "\"abatementDateTime\": \"2020\" | false",
        "\"abatementPeriod\": {\"start\": \"2018-01-01\", \"end\": \"2018-03-01\"} | false",
        "\"abatementString\": \"after surgery\" | false",
        "\"abatementAge\": {\"value\": 12, \"unit\": \"a\"} | false",
        "\"abatementDateTime\": \"2027-03-01\" | true",
        "\"clinicalStatus\": {\"coding\": [{\"system\": \"urn:local\", \"code\": \"77\"},"
            + " {\"code\": \"Resolved\"}]} | false",
        "\"clinicalStatus\": {\"text\": \"inactive\"} | false",
        "\"clinicalStatus\": {\"coding\": [{\"code\": \"active\"}]}, \"abatementDateTime\":"
            + " \"2019-12-20\" | false",
        "\"recordedDate\": \"2001-01-01\" | true"
      })
  void takesAConditionForOverByStatusOrEnd(String members, boolean current) {
    Condition read = Bundles.only(
        Condition.class,
        "{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"Anemia\"}, %s}"
            .formatted(members));
    assertThat(read.isCurrentOn(TODAY)).isEqualTo(current);
  }

  @ParameterizedTest
  @CsvSource({
    "No known problems, true",
    "Sin problemas conocidos, true",
    "Ningún problema, true",
    "Gout, false",
    "No-fault accident, false"
  })
  void takesAListThatSaysNothingIsOnItForEmpty(String words, boolean empty) {
    PatientRecord read = Objects.requireNonNull(Bundles.read(
            Bundles.PATIENT,
            "{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"%s\"}}"
                .formatted(words))
        .record());
    assertThat(read.entries().isEmpty()).isEqualTo(empty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MedicationStatement | \"effectivePeriod\": {\"start\": \"2019-01-01\", \"end\":"
            + " \"2019-02-01\"} | false",
        "MedicationStatement | \"effectivePeriod\": {\"start\": \"2019-01-01\"} | true",
        "MedicationStatement | \"effectivePeriod\": {\"end\": \"2027-02\"} | true",
        "MedicationRequest | \"dispenseRequest\": {\"validityPeriod\": {\"end\": \"2014-06-30\"}}"
            + " | false",
        "MedicationRequest | \"dispenseRequest\": {\"validityPeriod\": {\"end\": \"2026-11-24\"}}"
            + " | true",
        "MedicationRequest | \"dosageInstruction\": [{\"timing\": {\"repeat\": {\"boundsPeriod\":"
            + " {\"end\": \"2020-01-10\"}}}}] | false",
        "MedicationRequest | \"authoredOn\": \"2024-01-01\", \"dosageInstruction\": [{\"timing\":"
            + " {\"repeat\": {\"boundsDuration\": {\"value\": 10, \"code\": \"d\"}}}}] | false",
        "MedicationRequest | \"authoredOn\": \"2026-11-20\", \"dosageInstruction\": [{\"timing\":"
            + " {\"repeat\": {\"boundsDuration\": {\"value\": 10, \"code\": \"d\"}}}}] | true",
        "MedicationRequest | \"authoredOn\": \"2024-01-01\", \"dispenseRequest\":"
            + " {\"numberOfRepeatsAllowed\": 3}, \"dosageInstruction\": [{\"timing\": {\"repeat\":"
            + " {\"boundsDuration\": {\"value\": 10, \"code\": \"d\"}}}}] | true",
        "MedicationRequest | \"dosageInstruction\": [{\"timing\": {\"repeat\": {\"boundsPeriod\":"
            + " {\"end\": \"2020-01-10\"}}}}, {\"text\": \"one a day\"}] | true"
      })
  void takesAMedicineForOverByItsEnd(String type, String members, boolean current) {
    Medication read = Bundles.only(
        Medication.class,
        ("{\"resourceType\": \"%s\", \"id\": \"m\", \"status\": \"active\","
                + " \"medicationCodeableConcept\": {\"text\": \"Losartan\"}, %s}")
            .formatted(type, members));
    assertThat(read.isCurrentOn(TODAY)).isEqualTo(current);
  }

  @ParameterizedTest
  @CsvSource({
    "No known drug allergies, MEDICINE",
    "NKDA., MEDICINE",
    "No known medication allergy, MEDICINE",
    "No known food allergies, FOOD",
    "No known environmental allergy, ENVIRONMENT",
    "No known latex allergy (situation), LATEX",
    "No Known Allergies, ''",
    "Alergia no conocida, ''",
    "Alergias: negadas, ''",
    "Allergies: none, ''",
    "Alergias a medicamentos no conocidas, MEDICINE",
    "NKA, ''",
    "No known allergies or intolerances, ''",
    "Patient denies any known allergies, ''",
    "Sin alergias conocidas, ''",
    "No se conocen alergias a medicamentos, MEDICINE"
  })
  void readsInWordsThatNoneIsKnownAndOfWhatKind(String words, String kind) {
    Allergy read = allergy("\"code\": {\"text\": \"%s\"}".formatted(words));
    assertThat(read.noKnown()).isTrue();
    assertThat(read.kinds()).isEqualTo(kind.isEmpty() ? Set.of() : Set.of(Kind.valueOf(kind)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Penicillin",
        "Nuts",
        "Nickel",
        "Known allergy to penicillin",
        "Nonoxynol",
        "Nafcillin",
        "Alergia a la penicilina",
        "Allergy to latex"
      })
  void takesNoSubstanceForNone(String words) {
    assertThat(allergy("\"code\": {\"text\": \"%s\"}".formatted(words)).noKnown())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "429625007, FOOD",
    "409137002, MEDICINE",
    "428607008, ENVIRONMENT",
    "1003774007, LATEX"
  })
  void readsByCodeOfWhatKindNoneIsKnown(String code, Kind kind) {
    Allergy read = allergy("\"code\": {\"coding\": [{\"system\": \"%s\", \"code\": \"%s\"}]}"
        .formatted(Code.SNOMED, code));
    assertThat(read.noKnown()).isTrue();
    assertThat(read.kinds()).containsExactly(kind);
  }

  @Test
  void keepsHowSureAnAllergyIsAndItsKind() {
    Allergy read = allergy("\"code\": {\"text\": \"Shrimp\"}, \"category\": [\"food\"],"
        + " \"verificationStatus\": {\"coding\": [{\"code\": \"unconfirmed\"}]}");
    assertThat(read.verification()).isEqualTo(Verification.UNCONFIRMED);
    assertThat(read.kinds()).containsExactly(Kind.FOOD);
  }

  @Test
  void readsACodedDose() {
    Medication read = Bundles.only(
        Medication.class,
        "{\"resourceType\": \"MedicationRequest\", \"id\": \"m\", \"medicationCodeableConcept\":"
            + " {\"text\": \"X\"}, \"dosageInstruction\": [{\"timing\": {\"repeat\":"
            + " {\"frequency\": 2, \"period\": 1, \"periodUnit\": \"d\", \"when\": [\"PC\"]}},"
            + " \"route\": {\"text\": \"oral\"}, \"asNeededBoolean\": true, \"doseAndRate\":"
            + " [{\"doseQuantity\": {\"value\": 500, \"unit\": \"mg\"}}]}]}");
    assertThat(read.dosage()).isNull();
    Dose dose = read.schedule().getFirst();
    assertThat(dose.amount()).isEqualTo("500 mg");
    assertThat(dose.route()).isEqualTo("oral");
    assertThat(dose.frequency()).isEqualTo(2);
    assertThat(dose.periodUnit()).isEqualTo("d");
    assertThat(dose.when()).containsExactly("PC");
    assertThat(dose.asNeeded()).isTrue();
  }

  @Test
  void keepsADoseThatSaysOnlyHowMuch() {
    Medication read = Bundles.only(
        Medication.class,
        "{\"resourceType\": \"MedicationStatement\", \"id\": \"m\", \"medicationCodeableConcept\":"
            + " {\"text\": \"X\"}, \"dosage\": [{\"doseAndRate\": [{\"doseRange\": {\"low\":"
            + " {\"value\": 1, \"unit\": \"{tablet}\"}, \"high\": {\"value\": 2, \"unit\":"
            + " \"{tablet}\"}}}]}]}");
    assertThat(read.schedule().getFirst().amount()).isEqualTo("1 tablet - 2 tablet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"identifier\": {\"value\": \"77\"}, \"display\": \"Gabapentin 300 MG\"}",
        "{\"reference\": \"\", \"display\": \"Gabapentin 300 MG\"}"
      })
  void namesAMedicineWhoseReferenceLeadsNowhereByItsDisplay(String reference) {
    Medication read = Bundles.only(
        Medication.class,
        "{\"resourceType\": \"MedicationRequest\", \"id\": \"m\", \"medicationReference\": %s}"
            .formatted(reference));
    assertThat(read.label()).isEqualTo("Gabapentin 300 MG");
  }

  @Test
  void tellsDaysAndTimesInTheZoneOfTheClinic() {
    PatientRecord read = read(
        "America/Chicago",
        Bundles.of(
            Bundles.PATIENT,
            "{\"resourceType\": \"Appointment\", \"id\": \"a\", \"status\": \"booked\", \"start\":"
                + " \"2027-01-05T03:15:00Z\"}",
            "{\"resourceType\": \"Observation\", \"id\": \"o\", \"code\": {\"text\": \"X\"},"
                + " \"effectiveDateTime\": \"2026-03-01T02:00:00+00:00\"}",
            "{\"resourceType\": \"Immunization\", \"id\": \"i\", \"status\": \"completed\","
                + " \"vaccineCode\": {\"text\": \"Flu\"}, \"occurrenceDateTime\":"
                + " \"2025-10-02T01:00:00Z\"}",
            "{\"resourceType\": \"Condition\", \"id\": \"c\", \"code\": {\"text\": \"Gout\"}, \"onsetDateTime\": \"2020-02-30\"}"
                .replace("02-30", "02-03")));
    Appointment visit = read.entries(Appointment.class).getFirst();
    assertThat(visit.start()).hasToString("2027-01-04T21:15-06:00");
    assertThat(text(visit)).isEqualTo("2027-01-04");
    assertThat(text(read.entries(Measurement.class).getFirst())).isEqualTo("2026-02-28");
    assertThat(read.entries()).extracting(StandingTest::text).contains("2025-10-01", "2020-02-03");
  }

  @Test
  void prefersTheNameAndTellsTheNumbersThatGoOn() {
    var person = Bundles.read("""
        {"resourceType": "Patient", "id": "p", "name": [
          {"use": "official", "text": "Ana Lima", "period": {"end": "2012"}},
          {"use": "official", "text": "Ana Cruz", "period": {"start": "2012"}}],
         "telecom": [{"system": "phone", "use": "mobile", "value": "1", "period": {"end": "2021-01-01"}},
          {"system": "phone", "use": "mobile", "value": "2"}]}\
        """);
    PatientRecord read = Objects.requireNonNull(person.record());
    assertThat(read.person().name()).isEqualTo("Ana Cruz");
    assertThat(read.person().phones().stream().filter(p -> p.isHeldOn(TODAY)))
        .extracting(phone -> phone.number())
        .containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://loinc.org/ | http://loinc.org",
        "LOINC | http://loinc.org",
        "https://loinc.org | http://loinc.org",
        "urn:oid:2.16.840.1.113883.6.1 | http://loinc.org",
        "'' | http://loinc.org",
        "urn:local:lab | urn:local:lab"
      })
  void comparesCodeSystemsInOneForm(String written, String compared) {
    assertThat(new Code(written, "4548-4").system()).isEqualTo(compared);
  }

  @Test
  void comparesTheOtherCodeSystemsLikewise() {
    assertThat(new Code("SNOMED-CT", "1")).isEqualTo(Code.snomed("1"));
    assertThat(new Code("http://snomed.info/sct/731000124108", "1")).isEqualTo(Code.snomed("1"));
    assertThat(new Code("urn:oid:2.16.840.1.113883.6.88", "1")).isEqualTo(Code.rxnorm("1"));
    assertThat(new Code("RxNorm", "1")).isEqualTo(Code.rxnorm("1"));
    assertThat(new Code("ICD-10-CM", "I10").system()).isEqualTo(Code.ICD10CM);
    assertThat(new Code("", "77386006").system()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"category\": [{\"coding\": [{\"code\": \"vital-sign\"}]}] | vital-signs",
        "\"category\": [{\"text\": \"Vital Signs\"}] | vital-signs",
        "\"category\": [{\"coding\": [{\"system\":"
            + " \"http://terminology.hl7.org/CodeSystem/v2-0074\", \"code\": \"HM\"}]}] |"
            + " laboratory",
        "\"category\": [{\"coding\": [{\"code\": \"LAB\"}]}] | laboratory",
        "\"category\": [{\"coding\": [{\"code\": \"imaging\"}]}] | imaging"
      })
  void readsTheCategoryHoweverItIsWritten(String members, String category) {
    assertThat(observation("\"code\": {\"text\": \"X\"}, " + members).category())
        .isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({"777-3, laboratory", "2823-3, laboratory", "8867-4, vital-signs", "10230-1, ''"})
  void takesTheClassOfTheCodeWhereThereIsNoCategory(String loinc, String category) {
    assertThat(observation("\"code\": {\"coding\": [{\"system\": \"LOINC\", \"code\": \"%s\"}]}"
                .formatted(loinc))
            .category())
        .isEqualTo(category);
  }

  @Test
  void takesTheLatestVersionAndNothingThatWasDeleted() {
    String json = """
        {"resourceType": "Bundle", "type": "history", "entry": [
         {"resource": {"resourceType": "Patient", "id": "pat"}},
         {"resource": {"resourceType": "Condition", "id": "c", "meta": {"versionId": "1"}, "code": {"text": "Old"}}},
         {"resource": {"resourceType": "Condition", "id": "c", "meta": {"versionId": "2"}, "code": {"text": "New"}}},
         {"fullUrl": "http://x/MedicationRequest/m", "request": {"method": "DELETE", "url": "MedicationRequest/m"}},
         {"resource": {"resourceType": "MedicationRequest", "id": "m", "medicationCodeableConcept": {"text": "Gone"}}}]}
        """;
    var result = BundleReader.read("h.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(result.problems()).isEmpty();
    assertThat(Objects.requireNonNull(result.record()).entries())
        .extracting(Entry::label)
        .containsExactly("New");
  }

  @Test
  void takesAnEntryThatStandsTwiceInTheSameWordsOnce() {
    String gout =
        "{\"resourceType\": \"Condition\", \"id\": \"g\", \"code\": {\"text\": \"Gout\"}}";
    var result = Bundles.read(Bundles.PATIENT, gout, gout);
    assertThat(result.problems()).isEmpty();
    assertThat(Objects.requireNonNull(result.record()).entries()).hasSize(1);
    assertThat(result.record().incomplete()).isEmpty();
  }

  private static String text(Entry entry) {
    return Objects.requireNonNull(entry.date()).text();
  }

  private static PatientRecord read(String zone, String json) {
    var result = BundleReader.read(
        "z.json", json.getBytes(StandardCharsets.UTF_8), new Dates(ZoneId.of(zone)));
    assertThat(result.problems()).isEmpty();
    return Objects.requireNonNull(result.record());
  }

  private static Measurement observation(String members) {
    return Bundles.only(
        Measurement.class,
        "{\"resourceType\": \"Observation\", \"id\": \"o\", %s}".formatted(members));
  }

  private static Allergy allergy(String members) {
    return Bundles.only(
        Allergy.class,
        "{\"resourceType\": \"AllergyIntolerance\", \"id\": \"a\", %s}".formatted(members));
  }
}
