package org.healthassistant.assistant.escalation.watchdog;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every fault is made, then time passes and the watchdog looks every five seconds, as its
/// thread does: it must have found the fault within thirty.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WatchdogTest {

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int POOL = 3;
  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);
  private static final WireMockServer HOOK = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  private final TestDatabase database;
  private final EscalationRooms rooms;
  private final Watchdog watchdog;
  private final JdbcClient jdbc;

  WatchdogTest(TestDatabase database) {
    this.database = database;
    rooms = STARTED.computeIfAbsent(database, WatchdogTest::start);
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
    jdbc.sql("update escalation set state = 'RESOLVED', open_subject = null").update();
    jdbc.sql("delete from outbox").update();
    jdbc.sql("delete from page").update();
    jdbc.sql("delete from scheduled_tasks").update();
    watchdog.look();
    assertThat(watchdog.findings()).isEmpty();
  }

  @Nested
  class WhenAStepIsStalled {

    @Test
    void schedulesALostStepAgainAndSaysSoInTheHistory() {
      Escalation opened = rooms.emergency();
      lose(EscalationTasks.PAGE_STEP, RoundId.of(opened).key());

      assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(opened).key()))
          .isTrue();
      assertThat(rooms.history(opened)).containsExactly("opened", "rescheduled");
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.STALLED_STEP);
    }

    @Test
    void schedulesTheStepOfTheRoundThatIsNow() {
      Conversation conversation = rooms.conversation();
      rooms.write(conversation, Level.SAME_DAY, "med-danger");
      Escalation raised = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      jdbc.sql("delete from scheduled_tasks").update();

      watchdog.look();

      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, raised.id() + "/1"))
          .isTrue();
      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, raised.id() + "/0"))
          .isFalse();
    }

    @Test
    void schedulesALostPageAgain() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      String page = rooms.pages(opened).getFirst();
      lose(EscalationTasks.SEND_PAGE, page);

      assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

      assertThat(rooms.isScheduled(EscalationTasks.SEND_PAGE, page)).isTrue();
    }

    @Test
    void findsAStepThatIsOverdue() {
      rooms.emergency();
      assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void drawsAStepNearThatAClockGoneBackHasPutOff() {
      Escalation opened = rooms.emergency();
      rooms.pass(Duration.ofHours(-1));

      assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

      assertThat(due(RoundId.of(opened).key())).isBeforeOrEqualTo(rooms.now());
      rooms.pass(Duration.ofHours(1));
    }

    @Test
    void schedulesTheExpiryOfAnAcknowledgementAgain() {
      Escalation held = rooms.emergency();
      rooms.desk().acknowledge(held.id(), ANA);
      lose(EscalationTasks.PAGE_STEP, RoundId.of(held).key());
      assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);
      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(held).key()))
          .isTrue();
    }

    @Test
    void findsNothingWhereTheStepIsToComeOrThePatientWasReached() {
      Escalation waiting = rooms.emergency();
      jdbc.sql("update scheduled_tasks set execution_time = :at where task_instance = :id")
          .param("at", TimeStamps.bind(rooms.now().plusSeconds(120)))
          .param("id", RoundId.of(waiting).key())
          .update();
      Escalation held = rooms.emergency();
      rooms.desk().contact(held.id(), ANA, "call", true);
      lose(EscalationTasks.PAGE_STEP, RoundId.of(held).key());
      rooms.write(rooms.conversation(), Level.ROUTINE, "routine");

      assertThat(lookFor(Duration.ofSeconds(60))).isEmpty();
      assertThat(health()).isEqualTo(Status.UP);
    }
  }

  @Nested
  class WhenSomethingDoesNotGetOut {

    @Test
    void findsAPageThatWaits() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      assertThat(untilFound(Kind.OLD_PAGE)).isLessThanOrEqualTo(LIMIT);

      rooms.send(opened);
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.OLD_PAGE);
    }

    @Test
    void findsATextThatWaitsOrIsBeingSent() {
      for (String state : List.of("PENDING", "SENDING")) {
        WatchdogParts.text(rooms, state);
        assertThat(untilFound(Kind.OLD_TEXT)).as(state).isLessThanOrEqualTo(LIMIT);
        jdbc.sql("update outbox set state = 'ACCEPTED'").update();
        watchdog.look();
        assertThat(kinds()).doesNotContain(Kind.OLD_TEXT);
      }
    }

    @Test
    void findsAChannelThatFailsUntilItWorksAgain() {
      HOOK.stubFor(any(anyUrl()).willReturn(serverError()));
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      rooms.send(opened);
      rooms.send(opened);

      assertThat(untilFound(Kind.DEAD_CHANNEL)).isLessThanOrEqualTo(LIMIT);
      assertThat(watchdog.findings())
          .extracting(WatchdogFinding::code)
          .contains("dead-channel/webhook");

      HOOK.stubFor(any(anyUrl()).willReturn(ok()));
      rooms.send(opened);
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.DEAD_CHANNEL);
    }
  }

  @Nested
  class WhenTheMachineryFails {

    @Test
    void findsAnEntryThatFailsAgainAndAgain() {
      WatchdogParts.task(jdbc, "make-reply", 3, false, rooms.now());
      assertThat(untilFound(Kind.BLOCKED_TASK)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void findsAnEntryWhoseWorkerDied() {
      WatchdogParts.task(jdbc, "make-reply", 0, true, rooms.now());
      assertThat(untilFound(Kind.BLOCKED_TASK)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void findsASchedulerThatStandsStill() {
      Duration needed = find(Kind.SCHEDULER_STILL, () -> {});
      assertThat(needed).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void findsASchedulerThatStoodStillBeforeTheClockWentBack() {
      rooms.pass(Duration.ofHours(-1));
      assertThat(find(Kind.SCHEDULER_STILL, () -> {})).isLessThanOrEqualTo(LIMIT);
      rooms.pass(Duration.ofHours(1));
    }

    @Test
    void seesAndMendsWhileTheServiceHasNoConnectionLeft() throws SQLException {
      Escalation opened = rooms.emergency();
      lose(EscalationTasks.PAGE_STEP, RoundId.of(opened).key());
      List<Connection> all = new ArrayList<>();
      try {
        for (int i = 0; i < POOL; i++) {
          all.add(rooms.bean(HikariDataSource.class).getConnection());
        }
        Duration needed = find(Kind.SCHEDULER_STILL, () -> {});
        assertThat(needed).isLessThanOrEqualTo(LIMIT);
      } finally {
        for (Connection connection : all) {
          connection.close();
        }
      }
      assertThat(rooms.history(opened)).contains("rescheduled");
    }

    @Test
    void connectsAgainWhenItsConnectionWasCut() {
      Assumptions.assumeTrue(database == TestDatabase.POSTGRESQL, "H2 has no network to be cut");
      jdbc.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where application_name = 'health-assistant-watchdog'")
          .query(Integer.class)
          .single();
      watchdog.look();
      assertThat(watchdog.findings()).isEmpty();
    }

    @Test
    void findsADatabaseThatIsAwayOrAcceptsAndSaysNothing() throws IOException {
      try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
        for (int port : new int[] {1, silent.getLocalPort()}) {
          Watchdog blind = WatchdogParts.at(
              "jdbc:postgresql://127.0.0.1:" + port + "/nothing?user=nobody", rooms);
          blind.look();
          assertThat(blind.findings())
              .extracting(WatchdogFinding::code)
              .containsExactly("database");
          blind.close();
        }
      }
    }
  }

  @Test
  void tellsHealthAndMetricsAndKeepsWhenItBegan() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    untilFound(Kind.OLD_PAGE);
    Instant since = watchdog.findings().stream()
        .filter(f -> f.kind() == Kind.OLD_PAGE)
        .map(WatchdogFinding::since)
        .findFirst()
        .orElseThrow();

    assertThat(health()).isEqualTo(Status.DOWN);
    assertThat(rooms
            .bean(MeterRegistry.class)
            .get("assistant.watchdog.findings")
            .tag("kind", "old-page")
            .gauge()
            .value())
        .isEqualTo(rooms.pages(opened).size());
    lookFor(LOOK);
    assertThat(watchdog.findings()).extracting(WatchdogFinding::since).contains(since);
  }

  @Test
  void isUnwellItselfWhenItDoesNotLook() {
    assertThat(watchdog.isSilent()).isFalse();
    rooms.pass(Duration.ofSeconds(31));
    assertThat(watchdog.isSilent()).isTrue();
    assertThat(health()).isEqualTo(Status.DOWN);
  }

  private Status health() {
    return Objects.requireNonNull(rooms.bean(HealthIndicator.class).health()).getStatus();
  }

  private List<Kind> kinds() {
    return watchdog.findings().stream().map(WatchdogFinding::kind).toList();
  }

  /// How long it takes until a look finds it, while the scheduler lives.
  private Duration untilFound(Kind kind) {
    return find(kind, this::schedulerLives);
  }

  private Duration find(Kind kind, Runnable meanwhile) {
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
  private List<WatchdogFinding> lookFor(Duration time) {
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
  private void schedulerLives() {
    jdbc.sql("update scheduled_tasks set execution_time = :at where task_name = :task")
        .param("at", TimeStamps.bind(rooms.now().plusSeconds(5)))
        .param("task", WatchdogProbeTask.TASK)
        .update();
  }

  private void lose(String task, String id) {
    int lost = jdbc.sql("delete from scheduled_tasks where task_name = :t and task_instance = :i")
        .param("t", task)
        .param("i", id)
        .update();
    assertThat(lost).isEqualTo(1);
  }

  private Instant due(String id) {
    return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :id")
        .param("id", id)
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .single();
  }
}
