package org.healthassistant.connector.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordJsonTest {
  private final JsonMapper mapper = new JsonMapper();

  @Test
  void comesBackFromJsonWithoutLoss() {
    List<PatientRecord> records = FhirBundleDirectory.builtIn().records();
    assertThat(records).allSatisfy(written -> {
      String json = mapper.writeValueAsString(written);
      assertThat(mapper.readValue(json, PatientRecord.class)).isEqualTo(written);
    });
  }

  @Test
  void namesTheKindOfAnEntry() {
    Entry written =
        new Immunization("Immunization/1", List.of(), "Tdap", PartialDate.parse("2021-08"));
    String json = mapper.writerFor(Entry.class).writeValueAsString(written);
    assertThat(json).isEqualTo("""
            {"entry":"immunization","source":"Immunization/1","codes":[],"label":"Tdap","date":"2021-08"}""");
    assertThat(mapper.readValue(json, Entry.class)).isEqualTo(written);
  }
}
