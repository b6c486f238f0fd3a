package org.healthassistant.assistant.workspace.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.testing.RequestUnderWay;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

class LockPagesTest {

  private static final Pattern PARTS = Pattern.compile("(?:src|href)=\"(/workspace/\\w+/[^\"]+)\"");

  private final TestService service = TestService.on(TestDatabase.H2);
  private final ProviderBrowser ana = ProviderBrowser.of(service, "nurse-ana");
  private String id = "";

  @BeforeEach
  void raiseAnAlarm() {
    id =
        FreshEscalation.of(service, "robert-hayes", "my chest hurts really bad").id();
  }

  @AfterEach
  void hangUp() {
    ana.close();
  }

  @Test
  void refusesEveryPageAndActionWhileShutAndLetsThemAgainAfter() {
    assertThat(ana.post("/workspace/lock", "").statusCode()).isEqualTo(204);

    HttpResponse<String> page = ana.get("/workspace/escalations/" + id);
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElse(""))
        .endsWith("/workspace/locked?to=%2Fworkspace%2Fescalations%2F" + id);
    assertThat(ana.get("/workspace/statistics/levels.csv").statusCode()).isEqualTo(302);
    assertThat(ana.post("/workspace/escalations/" + id + "/note", "text=x").statusCode())
        .isEqualTo(423);
    assertThat(ana.streamStatus("/workspace/events")).isEqualTo(423);
    assertThat(ana.post("/workspace/active", "").statusCode()).isEqualTo(423);

    HttpResponse<String> opened =
        ana.post("/workspace/unlock", "to=%2Fworkspace%2Fescalations%2F" + id);

    assertThat(opened.headers().firstValue("Location").orElse(""))
        .endsWith("/workspace/escalations/" + id);
    assertThat(ana.get("/workspace/escalations/" + id).statusCode()).isEqualTo(200);
    assertThat(ana.post("/workspace/active", "").statusCode()).isEqualTo(204);
  }

  @Test
  void locksByTheFormOfAPageWhoseScriptsHaveNotRun() {
    assertThat(ana.get("/workspace").body())
        .containsPattern("(?s)<form method=\"post\" id=\"lock\" action=\"/workspace/lock\">.*"
            + "name=\"to\" value=\"/workspace\".*<button class=\"quiet\" id=\"lock-now\">");

    HttpResponse<String> shown = ana.post("/workspace/lock", "to=https%3A%2F%2Fevil.example");

    assertThat(shown.statusCode()).isEqualTo(302);
    assertThat(shown.headers().firstValue("Location").orElse(""))
        .endsWith("/workspace/locked?to=/workspace");
    assertThat(ana.get("/workspace/statistics").statusCode()).isEqualTo(302);
  }

  /// A stream that is still open may write the session that it has read.
  @Test
  void opensIntoASessionThatNoRequestUnderWayCanShut() {
    JdbcIndexedSessionRepository sessions = service.bean(JdbcIndexedSessionRepository.class);
    String before = ana.sessionId();
    ana.post("/workspace/lock", "");
    RequestUnderWay stream = RequestUnderWay.in(sessions, before);

    ana.post("/workspace/unlock", "to=%2Fworkspace");
    stream.end();

    assertThat(ana.sessionId()).isNotEqualTo(before);
    assertThat(ana.get("/workspace").statusCode()).isEqualTo(200);
    assertThat(sessions.findById(before)).isNull();
  }

  @Test
  void servesTheStylesAndScriptsOfTheLockWhileShut() {
    ana.post("/workspace/lock", "");

    List<String> parts = PARTS
        .matcher(ana.get("/workspace/locked").body())
        .results()
        .map(part -> part.group(1))
        .toList();

    assertThat(parts).contains("/workspace/scripts/alarms.js", "/workspace/styles/workspace.css");
    assertThat(parts)
        .allSatisfy(part -> assertThat(ana.get(part).statusCode()).as(part).isEqualTo(200));
  }

  @Test
  void tellsTheNumberOfAlarmsWhileShutAndNothingOfThePatient() throws Exception {
    ana.post("/workspace/lock", "");

    String locked = ana.get("/workspace/locked").body();
    try (BufferedReader lines = lines("/workspace/alarms")) {
      String told = until(lines, "data:");

      assertThat(told).contains("\"locked\":true").doesNotContain("\"emergencies\":0");
      assertThat(told + locked).doesNotContain("Hayes", "hest", "robert", id);
    }
  }

  @Test
  @Timeout(30)
  void endsAnOpenStreamWhenItIsShut() throws Exception {
    try (BufferedReader rows = lines("/workspace/events")) {
      until(rows, id);

      ana.post("/workspace/lock", "");

      rows.lines().forEach(line -> {}); // Until its end; one that stays open fails by the time-out.
    }
    assertThat(ana.get("/workspace").statusCode()).isEqualTo(302);
  }

  @Test
  void leadsNowhereElse() {
    for (String to : new String[] {
      "https%3A%2F%2Fexample.org", "%2F%2Fexample.org", "%2Fworkspaces", "%2Fworkspace%2F..%5C%5Cx"
    }) {
      ana.post("/workspace/lock", "");
      assertThat(ana.post("/workspace/unlock", "to=" + to)
              .headers()
              .firstValue("Location")
              .orElse(""))
          .as(to)
          .endsWith("/workspace");
    }
  }

  private BufferedReader lines(String path) {
    return new BufferedReader(new InputStreamReader(ana.stream(path), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader lines, String wanted) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(wanted)) {
        return line;
      }
    }
    throw new AssertionError("the stream ended without " + wanted);
  }
}
