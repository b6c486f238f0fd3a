package org.healthassistant.evaluation.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged service behind a real Kannel with its fake SMSC.
class KannelIT {

  private static final String SECRET = "kannel-it";
  private static final String OWN = "+15559990000";
  private static final String ENGLISH = "my chest hurts really bad and my arm is numb";
  private static final String SPANISH = "¿Me duele el pecho? 😟";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void deliversWhatCameWhileTheServiceWasDownAndCarriesSpanishWhole()
      throws IOException, InterruptedException {
    needsKannel();
    ServiceOptions options = ServiceOptions.packaged();
    String base = "http://127.0.0.1:" + options.ports().service();
    try (KannelProcesses kannel = KannelProcesses.start(folder, base, SECRET)) {
      ServiceProcess service;
      try (FakeSmsc handset = kannel.handset("+15551230001", OWN, ENGLISH)) {
        service = ServiceProcess.start(options
            .with("assistant.sms.provider", "kannel")
            .with("assistant.sms.kannel.send-url", kannel.sendUrl())
            .with("assistant.sms.kannel.username", "assistant")
            .with("assistant.sms.kannel.password", "kannel")
            .with("assistant.sms.kannel.from", OWN)
            .with("assistant.sms.kannel.inbound-secret", SECRET));
        handset.await("911", PATIENCE);
      }
      try (service;
          FakeSmsc handset = kannel.handset("+15551230002", OWN, SPANISH)) {
        String reply = handset.await("911", PATIENCE);
        assertThat(reply).as("the emergency wording in Spanish").containsIgnoringCase("llame");
        assertThat(transcripts(service)).containsExactlyInAnyOrder(ENGLISH, SPANISH);
        assertThat(Files.readString(service.log())).doesNotContain("5551230002", "pecho", SECRET);
      }
    }
  }

  /// What each escalation's first message of a patient says, as the nurse reads it.
  private static List<String> transcripts(ServiceProcess service)
      throws IOException, InterruptedException {
    JsonNode list = get(service, "/api/v1/escalations").path("escalations");
    var texts = new ArrayList<String>();
    for (JsonNode escalation : list) {
      JsonNode one = get(service, "/api/v1/escalations/" + escalation.path("id").asString());
      for (JsonNode message : one.path("transcript")) {
        if (message.path("author").asString().equals("patient")) {
          texts.add(message.path("text").asString());
        }
      }
    }
    return texts;
  }

  private static JsonNode get(ServiceProcess service, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
        .header("Authorization", "Bearer " + service.access().provider("nurse").token())
        .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return JsonMapper.builder().build().readTree(response.body());
    }
  }

  private static void needsKannel() {
    List<Path> missing = KannelProcesses.missing();
    String reason = "not installed: " + missing + " (Debian: kannel and kannel-extras)";
    if (!missing.isEmpty()) {
      assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
      System.out.println("KannelIT is skipped, " + reason);
    }
    Assumptions.assumeTrue(missing.isEmpty(), reason);
  }
}
