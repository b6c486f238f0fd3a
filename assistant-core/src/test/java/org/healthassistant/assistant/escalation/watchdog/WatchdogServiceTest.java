package org.healthassistant.assistant.escalation.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.core.env.Environment;

/// What an operator sees of the watchdog at the management port.
class WatchdogServiceTest {

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void showsItsFindingsAsMetricsAndAsHealth() {
    assertThat(get("/actuator/prometheus").body())
        .contains("assistant_watchdog_findings{kind=\"stalled-step\"}")
        .contains("assistant_watchdog_findings{kind=\"scheduler-still\"}")
        .contains("assistant_watchdog_look_age_seconds");
    assertThat(get("/actuator/health/escalations").body()).contains("\"findings\":[");
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoInstanceOutOfRotationForWhatItFinds() {
    HealthEndpointGroups groups = service.bean(HealthEndpointGroups.class);

    assertThat(groups.getPrimary().isMember("escalation")).isFalse();
    assertThat(groups.getPrimary().isMember("db")).isTrue();
    assertThat(groups.get("escalations"))
        .satisfies(group -> assertThat(group.isMember("escalation")).isTrue());
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void runsOnItsOwnThreadInTheService() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("escalation-watchdog");
  }

  private HttpResponse<String> get(String path) {
    String port = service.bean(Environment.class).getRequiredProperty("local.management.port");
    return service.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build());
  }
}
