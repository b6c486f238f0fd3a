package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncompleteRecordTest {

  private static final String GOUT =
      "{\"resourceType\": \"Condition\", \"id\": \"g\", \"code\": {\"text\": \"Gout\"}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AllergyIntolerance | \"code\": \"egg\" | ALLERGIES",
        "MedicationStatement | \"status\": \"sometimes\" | MEDICINES",
        "MedicationOrder | \"status\": \"active\" | MEDICINES",
        "MedicationUsage | \"status\": \"recorded\" | MEDICINES",
        "Immunization | \"status\": \"completed\", \"occurrenceDateTime\": \"last fall\" |"
            + " IMMUNIZATIONS",
        "Appointment | \"status\": \"booked\", \"start\": \"tomorrow\" | APPOINTMENTS",
        "Procedure | \"status\": \"completed\" | PROCEDURES",
        "Observation | \"code\": {\"text\": \"Weight\"}, \"subject\": {\"reference\":"
            + " \"Patient/else\"} | MEASUREMENTS",
        "Condition | \"code\": {\"text\": \"Gout\"}, \"meta\": {\"tag\": [{\"code\":"
            + " \"SUBSETTED\"}]} | CONDITIONS"
      })
  void namesThePartOfWhichAnEntryCouldNotBeRead(String type, String members, RecordPart part) {
    var result = Bundles.read(
        Bundles.PATIENT, "{\"resourceType\": \"%s\", \"id\": \"x\", %s}".formatted(type, members));
    assertThat(Objects.requireNonNull(result.record()).incomplete()).containsExactly(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"link\": [{\"relation\": \"self\", \"url\": \"a\"}, {\"relation\": \"next\", \"url\":"
            + " \"b\"}],",
        "\"link\": [{\"relation\": \"previous\", \"url\": \"b\"}],",
        "\"total\": 3,",
        "\"meta\": {\"tag\": [{\"code\": \"SUBSETTED\"}]},"
      })
  void takesABundleThatGoesOnElsewhereForIncompleteInEveryPart(String members) {
    var result = read(Bundles.of(Bundles.PATIENT, GOUT)
        .replace("\"type\": \"collection\",", "\"type\": \"searchset\", " + members));
    assertThat(Objects.requireNonNull(result.record()).incomplete()).isEqualTo(RecordPart.all());
    assertThat(result.problems()).hasSize(1);
    assertThat(result.record().entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "error, timeout, true",
    "warning, incomplete, true",
    "information, suppressed, true",
    "information, informational, false"
  })
  void takesAnErrorInPlaceOfAResourceForACut(String severity, String code, boolean cut) {
    var result = Bundles.read(
        Bundles.PATIENT,
        "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"severity\": \"%s\", \"code\": \"%s\"}]}"
            .formatted(severity, code));
    assertThat(Objects.requireNonNull(result.record()).incomplete().isEmpty()).isEqualTo(!cut);
  }

  @Test
  void takesAFailedRequestOfABatchForACut() {
    var result = read(Bundles.of(Bundles.PATIENT)
        .replace("\n]}", ",\n{\"response\": {\"status\": \"503 Service Unavailable\"}}\n]}"));
    assertThat(Objects.requireNonNull(result.record()).incomplete()).isNotEmpty();
  }

  @Test
  void countsNoIncludedResourceAgainstTheTotal() {
    var result = read(Bundles.of(Bundles.PATIENT, GOUT)
        .replace("\"type\": \"collection\",", "\"type\": \"searchset\", \"total\": 2,"));
    assertThat(Objects.requireNonNull(result.record()).incomplete()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"emptyReason\": {\"coding\": [{\"code\": \"withheld\"}]} | true",
        "\"emptyReason\": {\"coding\": [{\"code\": \"unavailable\"}]} | true",
        "\"emptyReason\": {\"coding\": [{\"code\": \"nilknown\"}]} | false",
        "\"entry\": [{\"reference\": \"AllergyIntolerance/gone\"}] | true",
        "\"entry\": [{\"reference\": \"Condition/g\"}] | false"
      })
  void readsFromADocumentWhichSectionItHoldsBack(String members, boolean held) {
    var result = Bundles.read(
        Bundles.PATIENT,
        GOUT,
        ("{\"resourceType\": \"Composition\", \"id\": \"c\", \"section\": [{\"code\": {\"coding\":"
                + " [{\"system\": \"http://loinc.org\", \"code\": \"48765-2\"}]}, %s}]}")
            .formatted(members));
    assertThat(Objects.requireNonNull(result.record()).incomplete())
        .isEqualTo(held ? Set.of(RecordPart.ALLERGIES) : Set.of());
  }

  @Test
  void isWholeWhereEverythingWasRead() {
    assertThat(Bundles.record(GOUT).incomplete()).isEmpty();
  }

  @Test
  void readsAPatientWhoseNameIsMasked() {
    String masked = "{\"extension\": [{\"url\":"
        + " \"http://hl7.org/fhir/StructureDefinition/data-absent-reason\", \"valueCode\":"
        + " \"masked\"}]}";
    for (String name : new String[] {
      "{\"_family\": %s, \"_given\": [%s]}".formatted(masked, masked),
      "{\"given\": [null], \"_given\": [%s], \"_text\": %s}".formatted(masked, masked),
    }) {
      var result = Bundles.read(
          "{\"resourceType\": \"Patient\", \"id\": \"m\", \"name\": [%s]}".formatted(name));
      assertThat(result.problems()).isEmpty();
      assertThat(Objects.requireNonNull(result.record()).person().name()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<div>Egg<br></div>", "no markup < at all", "<script>alert(1)</script>", ""})
  void readsNoNarrative(String div) {
    String text = "\"text\": {\"status\": \"generated\", \"div\": \"%s\"}".formatted(div);
    var result = Bundles.read(
        "{\"resourceType\": \"Patient\", \"id\": \"n\", %s}".formatted(text),
        "{\"resourceType\": \"AllergyIntolerance\", \"id\": \"a\", \"code\": {\"text\": \"Egg\"}, %s}"
            .formatted(text),
        ("{\"resourceType\": \"MedicationRequest\", \"id\": \"r\", \"contained\":"
                + " [{\"resourceType\": \"Medication\", \"id\": \"m\", \"code\": {\"text\":"
                + " \"Aspirin\"}, %s}], \"medicationReference\": {\"reference\": \"#m\"}}")
            .formatted(text));
    assertThat(result.problems()).isEmpty();
    assertThat(Objects.requireNonNull(result.record()).entries())
        .extracting(Entry::label)
        .containsExactly("Egg", "Aspirin");
  }

  @Test
  void doesNotStopAtAValueThatIsOnlyExplained() {
    var result = Bundles.read(
        Bundles.PATIENT,
        "{\"resourceType\": \"Observation\", \"id\": \"i\", \"code\": {\"text\": \"Count\"},"
            + " \"_valueInteger\": {\"extension\": [{\"url\": \"x\", \"valueCode\": \"masked\"}]}}",
        "{\"resourceType\": \"Observation\", \"id\": \"b\", \"code\": {\"text\": \"Flag\"},"
            + " \"_valueBoolean\": {\"extension\": [{\"url\": \"x\", \"valueCode\": \"masked\"}]}}",
        GOUT);
    assertThat(Objects.requireNonNull(result.record()).entries())
        .extracting(Entry::label)
        .contains("Gout");
  }

  private static BundleReader.Result read(String json) {
    return BundleReader.read("pat.json", json.getBytes(StandardCharsets.UTF_8));
  }
}
