package org.healthassistant.assistant.record.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.healthassistant.assistant.record.SourceCheck;
import org.healthassistant.assistant.settings.SettingsCheck;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class FhirSettingsTest {

  private static final String URL = "assistant.record.fhir.base-url";

  @Test
  void isWellWithoutAServerAndWithOne() {
    assertThat(faults(Map.of())).isEmpty();
    assertThat(faults(Map.of(URL, "https://fhir.example.org/r4"))).isEmpty();
    assertThat(faults(Map.of(URL, "http://127.0.0.1:9090/fhir"))).isEmpty();
    assertThat(faults(Map.of(URL, "http://[::1]:9090/fhir"))).isEmpty();
  }

  @Test
  void wantsTlsOffThisMachineAndAnAddress() {
    assertThat(faults(Map.of(URL, "http://fhir.example.org/r4")))
        .singleElement()
        .asString()
        .startsWith("'assistant.record.fhir.base-url' begins with http,");
    assertThat(faults(Map.of(
            URL,
            "https://fhir.example.org/r4",
            "assistant.record.fhir.token-url",
            "http://login.example.org/token")))
        .singleElement()
        .asString()
        .startsWith("'assistant.record.fhir.token-url' begins with http,");
    assertThat(faults(Map.of(URL, "fhir.example.org"))).hasSize(1);
    assertThat(
            faults(Map.of(URL, "https://fhir.example.org", "assistant.record.fhir.timeout", "0s")))
        .hasSize(1);
  }

  @Test
  void wantsAllThatSmartBackendServicesNeedAndRepeatsNoKey() {
    assertThat(faults(Map.of(
            URL, "https://fhir.example.org/r4", "assistant.record.fhir.auth", "smart-backend")))
        .containsExactly(
            "'assistant.record.fhir.client-id' is needed with smart-backend",
            "'assistant.record.fhir.private-key' is needed with smart-backend");
    assertThat(faults(Map.of(
            URL,
            "https://fhir.example.org/r4",
            "assistant.record.fhir.auth",
            "smart-backend",
            "assistant.record.fhir.client-id",
            "me",
            "assistant.record.fhir.private-key",
            "s3cr3t")))
        .singleElement()
        .asString()
        .startsWith("'assistant.record.fhir.private-key' is neither")
        .doesNotContain("s3cr3t");
    assertThat(faults(
            Map.of(URL, "https://fhir.example.org/r4", "assistant.record.fhir.auth", "basic")))
        .singleElement()
        .asString()
        .contains("assistant.record.fhir.auth");
  }

  @Test
  void refusesTwoSourcesAndInDemoModeAnotherMachine() {
    assertThat(SourceCheck.faults(environment(
            Map.of(URL, "http://localhost:9090", "assistant.record.directory", "/tmp"))))
        .singleElement()
        .asString()
        .contains("both set");
    assertThat(SourceCheck.faults(environment(Map.of(URL, "https://fhir.example.org/r4"))))
        .singleElement()
        .asString()
        .contains("another machine");
    assertThat(SourceCheck.faults(environment(Map.of(
            URL,
            "https://fhir.example.org/r4",
            "assistant.identity.issuer",
            "https://issuer.example.org"))))
        .isEmpty();
  }

  @Test
  void refusesToWriteBackByATokenThatOnlyPatientsHave() {
    Map<String, Object> clinic = Map.of(
        URL,
        "https://fhir.example.org/r4",
        "assistant.identity.issuer",
        "https://issuer.example.org",
        "assistant.record.fhir.write-back.readings",
        "true");
    assertThat(SourceCheck.faults(environment(clinic))).isEmpty();
    Map<String, Object> byPatients = new HashMap<>(clinic);
    byPatients.put("assistant.record.fhir.auth", "patient-token");
    assertThat(SourceCheck.faults(environment(byPatients)))
        .singleElement()
        .asString()
        .contains("write-back.readings' is on", "only reads", "smart-backend");
  }

  private static List<String> faults(Map<String, Object> settings) {
    return SettingsCheck.faults(environment(settings)).stream()
        .filter(fault -> fault.contains("assistant.record"))
        .collect(Collectors.toList());
  }

  private static StandardEnvironment environment(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }
}
