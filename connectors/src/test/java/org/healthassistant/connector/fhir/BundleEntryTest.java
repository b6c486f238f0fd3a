package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BundleEntryTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/fhir/Medication/1, Medication/1, true",
    "https://a.example/fhir/Medication/1, Medication/1/_history/3, true",
    "https://a.example/fhir/Medication/1, https://a.example/fhir/Medication/1, true",
    "https://a.example/fhir/Medication/1, http://a.example/fhir/Medication/1, true",
    "https://a.example/fhir/Medication/1, https://b.example/fhir/Medication/1, false",
    "https://a.example/fhir/Medication/1, https://a.example/other/Medication/1, false",
    "https://a.example/fhir/Medication/1, Substance/1, false",
    "https://a.example/fhir/Medication/1, Medication/11, false",
    "urn:uuid:7, urn:uuid:7, true",
    "urn:uuid:7, https://b.example/fhir/Medication/1, true",
    "'', https://b.example/fhir/Medication/1, true",
    "'', '', false"
  })
  void isMeantByTypeIdAndServer(String fullUrl, String reference, boolean meant) {
    BundleEntry entry = BundleEntry.of(1, 1, JsonMapper.shared().readTree("""
        {"fullUrl": "%s", "resource": {"resourceType": "Medication", "id": "1"}}""".formatted(fullUrl)));
    assertThat(entry.isMeantBy(reference)).isEqualTo(meant);
  }
}
