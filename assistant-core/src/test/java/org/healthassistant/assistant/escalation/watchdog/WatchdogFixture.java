package org.healthassistant.assistant.escalation.watchdog;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.store.TimeStamps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every fault is made, then time passes and the watchdog looks every five seconds, as its thread
/// does: it must have found the fault within thirty.
abstract class WatchdogFixture {

  static final Duration LOOK = Duration.ofSeconds(5);
  static final Duration LIMIT = Duration.ofSeconds(30);
  static final int POOL = 3;
  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);
  static final WireMockServer HOOK = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  final TestDatabase database;
  final EscalationRooms rooms;
  final Watchdog watchdog;
  final JdbcClient jdbc;

  WatchdogFixture(TestDatabase database) {
    this.database = database;
    rooms = STARTED.computeIfAbsent(database, WatchdogFixture::start);
    watchdog = rooms.bean(Watchdog.class);
    jdbc = rooms.bean(JdbcClient.class);
  }

  private static EscalationRooms start(TestDatabase database) {
    return EscalationRooms.on(
        database,
        Map.of(
            "spring.datasource.hikari.maximum-pool-size",
            String.valueOf(POOL),
            "assistant.escalation.webhook.url",
            HOOK.baseUrl() + "/page",
            "assistant.escalation.webhook.secret",
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
  }

  @BeforeAll
  static void listen() {
    HOOK.start();
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
    HOOK.stop();
  }

  @BeforeEach
  void beginWell() {
    HOOK.resetAll();
    HOOK.stubFor(any(anyUrl()).willReturn(ok()));
    rooms.reset();
    watchdog.look();
    assertThat(watchdog.findings()).isEmpty();
  }

  Status health() {
    return Objects.requireNonNull(rooms.bean(HealthIndicator.class).health()).getStatus();
  }

  List<Kind> kinds() {
    return watchdog.findings().stream().map(WatchdogFinding::kind).toList();
  }

  /// How long it takes until a look finds it, while the scheduler lives.
  Duration untilFound(Kind kind) {
    return find(kind, this::schedulerLives);
  }

  Duration find(Kind kind, Runnable meanwhile) {
    Instant start = rooms.now();
    for (int look = 0; look < 8; look++) {
      rooms.pass(LOOK);
      meanwhile.run();
      watchdog.look();
      if (kinds().contains(kind)) {
        return Duration.between(start, rooms.now());
      }
    }
    throw new AssertionError(kind + " was not found, only " + watchdog.findings());
  }

  /// All that is found in that time.
  List<WatchdogFinding> lookFor(Duration time) {
    List<WatchdogFinding> found = new ArrayList<>();
    for (Instant end = rooms.now().plus(time); rooms.now().isBefore(end); ) {
      rooms.pass(LOOK);
      schedulerLives();
      watchdog.look();
      found.addAll(watchdog.findings());
    }
    return found;
  }

  /// What the scheduler does with the sign of life, were it running.
  void schedulerLives() {
    jdbc.sql("update scheduled_tasks set execution_time = :at where task_name = :task")
        .param("at", TimeStamps.bind(rooms.now().plusSeconds(5)))
        .param("task", WatchdogProbeTask.TASK)
        .update();
  }

  void lose(String task, String id) {
    int lost = jdbc.sql("delete from scheduled_tasks where task_name = :t and task_instance = :i")
        .param("t", task)
        .param("i", id)
        .update();
    assertThat(lost).isEqualTo(1);
  }

  Instant due(String id) {
    return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :id")
        .param("id", id)
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .single();
  }
}
