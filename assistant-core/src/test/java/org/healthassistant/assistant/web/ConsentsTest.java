package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Subjects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ConsentsTest {

  private static final String PATIENT = "priya-nair";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void keepsADecisionWithItsTimeAndAuditsIt() {
    int before = audited();

    JsonNode granted = service.json(decide("{\"purpose\":\"research\",\"granted\":true}"));
    JsonNode withdrawn = service.json(decide("{\"purpose\":\"research\",\"granted\":false}"));

    assertThat(of(granted, "research").get("granted").asBoolean()).isTrue();
    assertThat(of(granted, "research").get("at").asString()).isNotBlank();
    assertThat(of(withdrawn, "research").get("granted").asBoolean()).isFalse();
    assertThat(audited()).isEqualTo(before + 2);
  }

  @Test
  void refusesToTalkWithAPatientWhoHasNotAgreedToChat() {
    String conversation = service.begin(PATIENT);
    decide("{\"purpose\":\"chat\",\"granted\":false}");
    try {
      HttpResponse<String> refused = service.post(PATIENT, conversation, "hello", "consent-1");

      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(service.json(refused).get("code").asString()).isEqualTo("consent-required");
    } finally {
      decide("{\"purpose\":\"chat\",\"granted\":true}");
    }
    assertThat(service.post(PATIENT, conversation, "hello", "consent-2").statusCode())
        .isEqualTo(200);
  }

  @Test
  void knowsThePurposesAndNoOther() {
    HttpResponse<String> unknown = decide("{\"purpose\":\"marketing\",\"granted\":true}");
    HttpResponse<String> incomplete = decide("{\"purpose\":\"chat\"}");

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(service.json(unknown).get("code").asString()).isEqualTo("unknown-purpose");
    assertThat(incomplete.statusCode()).isEqualTo(400);
    assertThat(service.json(incomplete).get("detail").asString()).contains("'granted'");
  }

  /// A decision and its trace stand or fall together.
  @Test
  void keepsNoDecisionWhoseTraceCannotBeKept() {
    JsonNode before = of(consents(), "outreach");
    JdbcClient jdbc = service.bean(JdbcClient.class);
    jdbc.sql("alter table audit_event add constraint no_outreach check (object_id <> 'outreach')")
        .update();
    try {
      assertThat(decide("{\"purpose\":\"outreach\",\"granted\":true}").statusCode())
          .isEqualTo(500);
    } finally {
      jdbc.sql("alter table audit_event drop constraint no_outreach").update();
    }
    assertThat(of(consents(), "outreach")).isEqualTo(before);
  }

  private JsonNode consents() {
    return service.json(service.send("GET", "/api/v1/me/consents", service.token(PATIENT), ""));
  }

  private static JsonNode of(JsonNode consents, String purpose) {
    for (JsonNode consent : consents.get("consents")) {
      if (consent.get("purpose").asString().equals(purpose)) {
        return consent;
      }
    }
    throw new AssertionError("no consent for " + purpose);
  }

  private int audited() {
    return service
        .bean(Subjects.class)
        .findPatient(PATIENT)
        .map(subject ->
            service.bean(Audit.class).about(subject.id(), "consent-decided").size())
        .orElse(0);
  }

  private HttpResponse<String> decide(String body) {
    return service.send("PUT", "/api/v1/me/consents", service.token(PATIENT), body);
  }
}
