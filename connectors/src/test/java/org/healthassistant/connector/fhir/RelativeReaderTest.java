package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.healthassistant.connector.record.CareItem.Relative;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.PatientRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeReaderTest {

  private static final String MOTHER = """
      {"resourceType": "RelatedPerson", "id": "ruth", "patient": {"reference": "Patient/pat"},
       "relationship": [{"coding": [{"code": "MTH", "display": "mother"}]}],
       "name": [{"given": ["Ruth"], "family": "Example"}]%s}""";

  @Test
  void readsWhoIsRelatedAndHow() {
    Relative ruth = Bundles.only(Relative.class, MOTHER.formatted(""));

    assertThat(ruth.id()).isEqualTo("ruth");
    assertThat(ruth.label()).isEqualTo("Ruth Example");
    assertThat(ruth.relationship()).isEqualTo("mother");
    assertThat(ruth.holdsOn(LocalDate.of(2026, 11, 24))).isTrue();
  }

  /// Of a partial date only the days that are sure count.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", \"active\": false | 2026-11-24 | false",
        ", \"period\": {\"start\": \"2026-11-24\"} | 2026-11-24 | true",
        ", \"period\": {\"start\": \"2026-11\"} | 2026-11-24 | false",
        ", \"period\": {\"start\": \"2026-11\"} | 2026-11-30 | true",
        ", \"period\": {\"start\": \"2026-11-25\"} | 2026-11-24 | false",
        ", \"period\": {\"end\": \"2026-11-24\"} | 2026-11-24 | true",
        ", \"period\": {\"end\": \"2026-11-24\"} | 2026-11-25 | false",
        ", \"period\": {\"end\": \"2026\"} | 2026-11-24 | false"
      })
  void holdsWithinItsPeriodWhileItIsInUse(String members, LocalDate day, boolean holds) {
    assertThat(Bundles.only(Relative.class, MOTHER.formatted(members)).holdsOn(day))
        .isEqualTo(holds);
  }

  @Test
  void takesNobodyWithoutANameOrOfAnotherPatientAndLosesNoPartForIt() {
    var result = Bundles.read(
        Bundles.PATIENT,
        "{\"resourceType\": \"RelatedPerson\", \"id\": \"a\"}",
        MOTHER.formatted("").replace("Patient/pat", "Patient/else"));
    PatientRecord record = Objects.requireNonNull(result.record());

    assertThat(record.entries()).isEmpty();
    assertThat(record.incomplete()).isEmpty();
    assertThat(result.problems()).hasSize(2);
  }

  /// What a label that is not known says is taken for sensitive.
  @ParameterizedTest
  @CsvSource({
    "v3-Confidentiality, N, false",
    "v3-Confidentiality, R, true",
    "v3-ActReason, HTEST, false",
    "v3-ActCode, PSY, true",
    "somewhere-else, X, true"
  })
  void tellsBySecurityLabelsWhatIsSensitive(String system, String code, boolean sensitive) {
    PatientRecord record = Bundles.record("""
        {"resourceType": "Condition", "id": "c", "code": {"text": "Gout"}, "meta": {"security":
         [{"system": "http://terminology.hl7.org/CodeSystem/%s", "code": "%s"}]}}""".formatted(system, code));

    assertThat(record.isSensitive(record.entries(Condition.class).getFirst())).isEqualTo(sensitive);
  }
}
