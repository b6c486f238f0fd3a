package org.healthassistant.assistant.escalation.watchdog;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;

/// What does not get out, and machinery that fails.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WatchdogTest extends WatchdogFixture {

  WatchdogTest(TestDatabase database) {
    super(database);
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
    void tellsForAQuarterOfAnHourThatAReplyWasHeldBack() {
      WatchdogParts.text(rooms, "SUPPRESSED");
      watchdog.look();
      assertThat(kinds()).as("an opt-out is no finding").doesNotContain(Kind.HELD_TEXT);

      jdbc.sql("update outbox set error = 'held/same-reply' where state = 'SUPPRESSED'")
          .update();
      watchdog.look();
      assertThat(kinds()).contains(Kind.HELD_TEXT);

      rooms.pass(Duration.ofMinutes(16));
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.HELD_TEXT);
    }

    @Test
    void tellsOfAKeptTextThatCannotBeOpenedUntilItOpens() {
      String id = rooms.write(rooms.conversation(), Level.ROUTINE, "routine").messageId();
      String key = key(id);
      jdbc.sql("update message set key_id = 'gone' where id = :id")
          .param("id", id)
          .update();
      assertThat(rooms.bean(Messages.class).find(id)).isPresent();
      watchdog.look();
      assertThat(kinds()).contains(Kind.SPOILT_VALUE);

      jdbc.sql("update message set key_id = :key where id = :id")
          .param("key", key)
          .param("id", id)
          .update();
      assertThat(rooms.bean(Messages.class).find(id)).isPresent();
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.SPOILT_VALUE);
    }

    private String key(String message) {
      return jdbc.sql("select key_id from message where id = :id")
          .param("id", message)
          .query(String.class)
          .single();
    }

    @Test
    void findsAMessageWhoseMeaningNobodyReads() {
      Escalation opened = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
      jdbc.sql("update message set late_vectors = true where id = :id")
          .param("id", opened.messageId())
          .update();
      rooms.pass(Duration.ofSeconds(30));
      watchdog.look();
      assertThat(kinds()).as("it may just be being read").doesNotContain(Kind.UNREAD_MEANING);

      rooms.pass(Duration.ofSeconds(1));
      watchdog.look();
      assertThat(kinds()).contains(Kind.UNREAD_MEANING);

      jdbc.sql("update message set late_vectors = false").update();
      watchdog.look();
      assertThat(kinds()).doesNotContain(Kind.UNREAD_MEANING);
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
}
