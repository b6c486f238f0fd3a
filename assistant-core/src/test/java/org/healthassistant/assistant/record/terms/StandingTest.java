package org.healthassistant.assistant.record.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Condition.ClinicalStatus;
import org.healthassistant.connector.record.Condition.Verification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  /// The code alone tells it: a label can be in any words.
  @ParameterizedTest
  @CsvSource({
    "160303001, FAMILY", // family history of diabetes
    "429740004, FAMILY", // … of malignant neoplasm of breast
    "313102001, FAMILY", // … of neoplasm of breast
    "297242006, FAMILY", // … of ischemic heart disease
    "417662000, PAST", // history of clinical finding
    "160903007, CIRCUMSTANCE", // full-time employment
    "266934004, CIRCUMSTANCE", // transport problem
    "314529007, CIRCUMSTANCE", // medication review due
    "183932001, OWN", // procedure contraindicated: no way of living, a clinician must see it
    "44054006, OWN" // type 2 diabetes
  })
  void tellsByTheCodeWhatAnEntryIs(String snomed, Standing standing) {
    assertThat(Standing.detect(entry("An entry", Code.snomed(snomed)))).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Family history of stroke | FAMILY",
        "Antecedentes familiares de infarto | FAMILY",
        "History of appendectomy | PAST",
        "Rule out myocardial infarction | DOUBTED",
        "No evidence of malignancy | DENIED",
        "Full-time employment (finding) | CIRCUMSTANCE",
        "Asthma | OWN"
      })
  void tellsByItsWordsWhatAnEntryIs(String label, Standing standing) {
    assertThat(Standing.detect(entry(label))).isEqualTo(standing);
  }

  private static Condition entry(String label, Code... codes) {
    return new Condition(
        "Condition/1",
        List.of(codes),
        label,
        ClinicalStatus.ACTIVE,
        Verification.CONFIRMED,
        null,
        null);
  }
}
