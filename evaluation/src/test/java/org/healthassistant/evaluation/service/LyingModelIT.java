package org.healthassistant.evaluation.service;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A model that lies about the evidence it is given: nothing it makes up reaches a patient.
class LyingModelIT {

  private static final int LIES = 20;

  private static final List<String> QUESTIONS = List.of(
      "what can I eat with type 2 diabetes?",
      "what does my A1c mean?",
      "how do I bring my blood pressure down?",
      "what helps with a cold?",
      "what helps with back pain at home?",
      "what can I do about high cholesterol?",
      "how much water should I drink with a fever?",
      "what helps with a headache?");

  private final LyingModel model = new LyingModel();

  @Test
  void showsNoneOfTwentyLiesAndTheTruthAroundThemAllTheSame() throws IOException {
    var server =
        new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(model));
    server.start();
    try {
      server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(LyingModel.NAME)));
      List<JsonNode> turns = ask(server.baseUrl() + "/v1");
      assertThat(model.replies()).isEqualTo(LIES);
      assertThat(turns).extracting(t -> t.path("action").asString("")).contains("answer");
      assertThat(turns)
          .as("true sentences around a lie are shown")
          .extracting(t -> t.path("mode").asString(""))
          .contains("generated");
    } finally {
      server.stop();
    }
  }

  private List<JsonNode> ask(String modelUrl) throws IOException {
    ServiceOptions options = ServiceOptions.packaged()
        .with("assistant.model.provider", "openai")
        .with("assistant.model.local", "true")
        .with("assistant.model.base-url", modelUrl)
        .with("assistant.model.name", "stub")
        .with("assistant.model.timeout", "10s");
    var turns = new ArrayList<JsonNode>();
    try (ServiceProcess service = ServiceProcess.start(options)) {
      var client = new AssistantClient(service.baseUrl(), Duration.ofSeconds(60));
      for (int i = 0; model.replies() < LIES && i < 3 * LIES; i++) {
        var patients = service.access().patients();
        String token = patients.get(i % patients.size()).token();
        String conversation = client.openConversation(token, "en");
        String question = QUESTIONS.get(i % QUESTIONS.size());
        turns.add(client.send(token, conversation, question, "lie-" + i).orThrow("a question"));
        JsonNode transcript = client
            .call("GET", "/api/v1/conversations/" + conversation + "/messages", token, null)
            .orThrow("the transcript");
        assertNoLie(turns.getLast().toString() + transcript);
      }
    }
    return turns;
  }

  private void assertNoLie(String shown) {
    for (String lie : model.lies()) {
      assertThat(shown.contains(lie)).as("shows the lie: %s", lie).isFalse();
    }
  }
}
