package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.healthassistant.connector.record.Entry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  private static final String GOOD = """
      {"resourceType": "Condition", "id": "gout", "code": {"text": "Gout"}, "subject": {"reference": "Patient/pat"}}""";

  @Nested
  class WhenOneEntryIsWrong {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"code\": {\"text\": \"Weight\"},"
              + " \"valueQuantity\": {\"value\": \"SECRET\"}}",
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"code\": {\"text\": \"Weight\"},"
              + " \"effectiveDateTime\": \"2026-13-45SECRET\"}",
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"status\": \"SECRET\", \"code\": {\"text\": \"Weight\"}}",
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"code\": \"SECRET\"}",
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"code\": [{\"text\": \"SECRET\"}, {\"text\": \"b\"}]}",
          "{\"resourceType\": \"Observation\", \"id\": \"x\", \"valueString\": \"SECRET\"}",
          "{\"resourceType\": \"Condition\", \"id\": \"x\", \"code\": {\"text\": \"SECRET\"},"
              + " \"subject\": {\"reference\": \"Patient/other\"}}",
          "{\"resourceType\": \"AllergyIntolerance\", \"id\": \"x\", \"code\": {\"text\": \"SECRET\"},"
              + " \"patient\": {\"reference\": \"Patient/other\"}}",
          "{\"id\": \"x\"}"
        })
    void namesFilePlaceAndLineWithoutTheValueAndLoadsTheRest(String wrong) {
      var result = Bundles.read(Bundles.PATIENT, wrong, GOOD);
      assertThat(result.problems()).hasSize(1);
      Problem problem = result.problems().getFirst();
      assertThat(problem.file()).isEqualTo("pat.json");
      assertThat(problem.place()).startsWith("entry 2").endsWith("line 4");
      assertThat(problem.what()).isNotBlank();
      assertThat(problem.wayOut()).isNotBlank();
      assertThat(problem.toString()).doesNotContain("SECRET");
      assertThat(Objects.requireNonNull(result.record()).entries())
          .extracting(Entry::source)
          .containsExactly("Condition/gout");
    }

    @Test
    void saysWhichElementHasAWrongValue() {
      var result = Bundles.read(
          Bundles.PATIENT, "{\"resourceType\": \"Condition\", \"id\": \"x\", \"code\": \"Gout\"}");
      assertThat(result.problems().getFirst())
          .hasToString(
              "pat.json, entry 2 (Condition/x), line 4: a value in 'code' has a form that FHIR R4 does not allow;"
                  + " correct the entry in the source and export it again");
    }
  }

  @Test
  void takesTheFirstOfTwoEntriesWithOneId() {
    var result = Bundles.read(Bundles.PATIENT, GOOD, GOOD.replace("Gout", "Asthma"));
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().getFirst().place()).isEqualTo("entry 3 (Condition/gout), line 5");
    assertThat(Objects.requireNonNull(result.record()).entries())
        .extracting(Entry::label)
        .containsExactly("Gout");
  }

  @Test
  void passesOverElementsAndTypesItDoesNotKnow() {
    var read = Bundles.record(
        "{\"resourceType\": \"Spaceship\", \"id\": \"s\"}",
        "{\"resourceType\": \"Media\", \"id\": \"e\", \"status\": \"bogus\"}",
        "{\"resourceType\": \"Condition\", \"id\": \"g\", \"code\": {\"text\": \"Gout\"}, \"vendorField\": {\"a\": 1}}");
    assertThat(read.entries()).extracting(Entry::source).containsExactly("Condition/g");
  }

  @Test
  void namesAnEntryWithoutIdByItsFullUrlOrItsPlace() {
    String json = Bundles.of(
            Bundles.PATIENT,
            "{\"resourceType\": \"Condition\", \"code\": {\"text\": \"Gout\"}}",
            "{\"resourceType\": \"Condition\", \"code\": {\"text\": \"Asthma\"}}")
        .replace(
            "{\"resource\": {\"resourceType\": \"Condition\", \"code\": {\"text\": \"Gout\"",
            "{\"fullUrl\": \"urn:uuid:4-5-6\", \"resource\": {\"resourceType\": \"Condition\", \"code\": {\"text\": \"Gout\"");
    var result = BundleReader.read("pat.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(result.problems()).isEmpty();
    assertThat(Objects.requireNonNull(result.record()).entries())
        .extracting(Entry::source)
        .containsExactly("Condition/4-5-6", "Condition/entry-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "7", "{\"resourceType\": \"Patient\", \"id\": \"p\"}"})
  void refusesAFileThatIsNoBundle(String json) {
    var result = BundleReader.read("x.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(result.record()).isNull();
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().getFirst().toString())
        .startsWith("x.json: this is not a FHIR Bundle");
  }

  @Test
  void namesTheLineOfBrokenJson() {
    String whole = Bundles.of(Bundles.PATIENT, GOOD);
    String cut = whole.substring(0, whole.lastIndexOf("]}"));
    var result = BundleReader.read("x.json", cut.getBytes(StandardCharsets.UTF_8));
    assertThat(result.record()).isNull();
    assertThat(result.problems().getFirst().toString())
        .startsWith("x.json, line 5: this is not JSON");
  }

  @Test
  void refusesABundleOfTwoPatientsOrOfNone() {
    var two = Bundles.read(Bundles.PATIENT, Bundles.PATIENT.replace("pat", "pit"));
    assertThat(two.record()).isNull();
    assertThat(two.problems().getFirst().what()).isEqualTo("the Bundle holds 2 patients");
    assertThat(Bundles.read(GOOD).problems().getFirst().what())
        .isEqualTo("the Bundle holds 0 patients");
  }

  @Test
  void refusesAPatientWithoutAnId() {
    var result = Bundles.read("{\"resourceType\": \"Patient\"}");
    assertThat(result.problems().getFirst().toString())
        .startsWith("pat.json, entry 1 (Patient/entry-1), line 3: the patient has no id");
  }
}
