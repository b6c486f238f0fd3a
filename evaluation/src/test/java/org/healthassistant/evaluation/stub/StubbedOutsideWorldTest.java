package org.healthassistant.evaluation.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubbedOutsideWorldTest {

  @TempDir
  private Path folder;

  @Test
  void keepsTextsInWhateverCharsetTheyAreSent() throws Exception {
    try (StubbedOutsideWorld outside = StubbedOutsideWorld.open(Clock.systemUTC());
        HttpClient http = HttpClient.newHttpClient()) {
      String url = setting(outside, "assistant.sms.kannel.send-url");
      assertThat(send(http, url, "UTF-8")).isEqualTo(202);
      assertThat(send(http, url, "UTF-16BE")).isEqualTo(202);
      assertThat(outside.texts())
          .extracting(StubbedOutsideWorld.Text::words)
          .containsOnly("dolor de cabeza ¿sí?");
      assertThat(outside.texts())
          .extracting(StubbedOutsideWorld.Text::to)
          .containsOnly("+12035550100");
    }
  }

  @Test
  void keepsTheEscalationsPagedFor() throws Exception {
    try (StubbedOutsideWorld outside = StubbedOutsideWorld.open(Clock.systemUTC());
        HttpClient http = HttpClient.newHttpClient()) {
      String url = setting(outside, "assistant.escalation.webhook.url");
      var request = HttpRequest.newBuilder(URI.create(url))
          .POST(HttpRequest.BodyPublishers.ofString("{\"escalation\": \"e1\"}"))
          .build();
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      assertThat(outside.pages())
          .extracting(StubbedOutsideWorld.Page::escalation)
          .containsExactly("e1");
    }
  }

  private static int send(HttpClient http, String url, String charset)
      throws IOException, InterruptedException {
    String query = "?username=u&to=" + URLEncoder.encode("+12035550100", StandardCharsets.UTF_8)
        + "&text=" + URLEncoder.encode("dolor de cabeza ¿sí?", Charset.forName(charset))
        + "&charset=" + charset;
    return http.send(
            HttpRequest.newBuilder(URI.create(url + query)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private String setting(StubbedOutsideWorld outside, String key) {
    var options = outside.around(ServiceOptions.of(folder.resolve("none.jar")));
    return options.settings().getOrDefault(key, "");
  }
}
