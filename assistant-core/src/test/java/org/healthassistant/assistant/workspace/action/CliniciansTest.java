package org.healthassistant.assistant.workspace.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.junit.jupiter.api.Test;

class CliniciansTest {

  private static final String ADMIN = "admin-lee";

  private static final Map<String, String> CLINICAL = new TreeMap<>(Map.of(
      "acknowledge", "{}",
      "take-over", "{}",
      "hand-back", "{}",
      "reply", "{\"text\":\"x\"}",
      "contact", "{\"how\":\"call\",\"reached\":true}",
      "level", "{\"level\":\"ROUTINE\",\"reason\":\"x\"}",
      "resolve", "{\"outcome\":\"no-action\"}"));

  private static final Map<String, String> FOR_ALL =
      Map.of("note", "{\"text\":\"x\"}", "assign", "{\"to\":\"nurse-ana\"}");

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void letsAnAdministratorAssignAndNoteButNotActOnThePatient() {
    FreshEscalation fresh =
        FreshEscalation.of(service, "maria-alvarez", "my chest hurts really bad");
    String id = fresh.id();

    CLINICAL.forEach((action, body) -> {
      HttpResponse<String> refused = act(ADMIN, id, action, body);
      assertThat(refused.statusCode()).as(action).isEqualTo(403);
      assertThat(service.json(refused).get("code").asString()).isEqualTo("clinicians-only");
    });
    FOR_ALL.forEach((action, body) ->
        assertThat(act(ADMIN, id, action, body).statusCode()).as(action).isEqualTo(200));
    fresh.resolve();
  }

  @Test
  void showsAnAdministratorTheCaseWithoutClinicalButtonsAndRefusesItsForms() {
    FreshEscalation fresh =
        FreshEscalation.of(service, "maria-alvarez", "my chest hurts really bad");
    String id = fresh.id();
    String path = "/workspace/escalations/" + id;
    try (ProviderBrowser lee = ProviderBrowser.of(service, ADMIN);
        ProviderBrowser ben = ProviderBrowser.of(service, "dr-okafor")) {
      assertThat(lee.get(path).body())
          .contains("A nurse or a physician has to act on this", "id=\"form-note\"")
          .doesNotContain("id=\"do-acknowledge\"", "id=\"form-reply\"", "id=\"form-resolve\"");
      HttpResponse<String> refused = lee.post(path + "/acknowledge", "");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("only a nurse or a physician may do this");
      assertThat(ben.get(path).body()).contains("id=\"do-acknowledge\"", "id=\"form-reply\"");
      assertThat(ben.post(path + "/acknowledge", "").statusCode()).isEqualTo(200);
    }
    fresh.resolve();
  }

  @Test
  void showsTheSettingsToAnAdministratorAlone() {
    try (ProviderBrowser lee = ProviderBrowser.of(service, ADMIN);
        ProviderBrowser ben = ProviderBrowser.of(service, "dr-okafor")) {
      assertThat(lee.get("/workspace/settings").body())
          .contains("Ana Reyes, RN", "Behavioral health", "assistant.workspace.idle-lock")
          .doesNotContain("??", " style=");
      assertThat(lee.get("/workspace").body()).contains("/workspace/settings");
      assertThat(ben.get("/workspace/settings").statusCode()).isEqualTo(403);
      assertThat(ben.get("/workspace").body()).doesNotContain("/workspace/settings");
    }
  }

  private HttpResponse<String> act(String who, String id, String action, String body) {
    return service.send(
        "POST", "/api/v1/escalations/" + id + "/" + action, service.token(who), body);
  }
}
