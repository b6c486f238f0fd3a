package org.healthassistant.assistant.escalation.watchdog;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.paging.PageTransports;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.team.CareTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class WatchdogReporterTest {

  private static final Instant BEGAN = Instant.parse("2026-11-24T10:00:00Z");
  private static final List<WatchdogFinding> STALLED =
      List.of(new WatchdogFinding(Kind.STALLED_STEP, "", 2, BEGAN));
  private static final BlockingQueue<Call> CALLS = new LinkedBlockingQueue<>();
  private static final WireMockServer OUTSIDE = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private static EscalationRooms rooms;

  private WatchdogReporter reporter;

  @BeforeAll
  static void start() {
    OUTSIDE.addMockServiceRequestListener(WatchdogReporterTest::called);
    OUTSIDE.start();
    MAIL.start();
    rooms = EscalationRooms.on(
        TestDatabase.H2,
        Map.ofEntries(
            Map.entry("assistant.escalation.webhook.url", OUTSIDE.baseUrl() + "/hook"),
            Map.entry(
                "assistant.escalation.webhook.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Map.entry("assistant.escalation.watchdog.heartbeat-url", OUTSIDE.baseUrl() + "/alive"),
            Map.entry("assistant.escalation.email-from", "pages@care.example"),
            Map.entry("spring.mail.host", "127.0.0.1"),
            Map.entry("spring.mail.port", String.valueOf(MAIL.getSmtp().getPort())),
            Map.entry("assistant.escalation.team.people[0].id", "nurse-ana"),
            Map.entry("assistant.escalation.team.people[0].name", "Ana Reyes"),
            Map.entry("assistant.escalation.team.people[0].role", "nurse"),
            Map.entry("assistant.escalation.team.people[0].email", "ana@care.example"),
            Map.entry("assistant.escalation.team.people[1].id", "admin-lee"),
            Map.entry("assistant.escalation.team.people[1].name", "Sam Lee"),
            Map.entry("assistant.escalation.team.people[1].role", "admin"),
            Map.entry("assistant.escalation.team.people[1].email", "lee@care.example")));
  }

  @AfterAll
  static void stop() {
    rooms.close();
    OUTSIDE.stop();
    MAIL.stop();
  }

  @BeforeEach
  void answer() throws Exception {
    reporter = new WatchdogReporter(new WatchdogConfiguration()
        .watchdogAlerts(
            rooms.bean(WatchdogSettings.class),
            rooms.bean(PageTransports.class),
            rooms.bean(CareTeam.class),
            rooms.bean(JsonMapper.class)));
    OUTSIDE.resetMappings();
    OUTSIDE.stubFor(any(anyUrl()).willReturn(ok()));
    MAIL.purgeEmailFromAllMailboxes();
    CALLS.clear();
  }

  @AfterEach
  void end() {
    reporter.close();
  }

  @Test
  void postsAndMailsTheAdministratorsWhatIsWrongAndNothingElse() throws Exception {
    reporter.report(STALLED, BEGAN);

    Call posted = next("/hook");
    assertThat(posted.body())
        .isEqualTo("{\"type\":\"escalation.watchdog\",\"finding\":\"stalled-step\","
            + "\"since\":\"2026-11-24T10:00:00Z\"}");
    assertThat(posted.id()).isEqualTo("watchdog-stalled-step-1795514400-0");
    assertThat(posted.signature()).startsWith("v1,");
    assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
    var mail = MAIL.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getAllRecipients()[0]).hasToString("lee@care.example");
    assertThat(mail.getSubject()).contains("stalled-step");
  }

  @Test
  void saysItOnceAndAgainEveryFiveMinutes(CapturedOutput log) throws Exception {
    Instant began = BEGAN.plus(Duration.ofHours(1));
    List<WatchdogFinding> found = List.of(new WatchdogFinding(Kind.DATABASE, "", 1, began));
    reporter.report(found, began);
    assertThat(next("/hook").id()).endsWith("-0");
    for (int seconds = 5; seconds < 300; seconds += 5) {
      reporter.report(found, began.plusSeconds(seconds));
    }
    assertThat(lines(log, "WD-007")).isEqualTo(1);

    assertThat(heardWithin(found, began.plusSeconds(300)).id()).endsWith("-1");
    assertThat(CALLS).extracting(Call::page).doesNotContain("/hook");
    assertThat(lines(log, "WD-007")).isEqualTo(2);
    reporter.report(List.of(), began.plusSeconds(305));
    assertThat(lines(log, "WD-000: database is over")).isEqualTo(1);
  }

  @Test
  void triesAgainAtTheNextLookUnderTheSameIdWhenItWasNotHeard() throws Exception {
    OUTSIDE.stubFor(any(anyUrl()).willReturn(serverError()));
    Instant began = BEGAN.plus(Duration.ofHours(2));
    List<WatchdogFinding> found = List.of(new WatchdogFinding(Kind.OLD_PAGE, "", 1, began));
    reporter.report(found, began);
    String id = next("/hook").id();
    OUTSIDE.stubFor(any(anyUrl()).willReturn(ok()));
    assertThat(heardWithin(found, began.plusSeconds(5)).id()).isEqualTo(id);
  }

  @Test
  void beatsOnceAMinuteAndOnlyWhileAllIsWell() throws Exception {
    Instant now = BEGAN.plus(Duration.ofHours(3));
    reporter.report(List.of(), now);
    next("/alive");
    for (int seconds = 5; seconds < 60; seconds += 5) {
      reporter.report(List.of(), now.plusSeconds(seconds));
    }
    reporter.report(
        List.of(new WatchdogFinding(Kind.DEAD_CHANNEL, "email", 1, now)), now.plusSeconds(60));
    Call next = Objects.requireNonNull(CALLS.poll(10, TimeUnit.SECONDS));
    assertThat(next.body()).contains("\"dead-channel/email\"");
    reporter.report(List.of(), now.plusSeconds(65));
    next("/alive");
  }

  /// In real time, on its own thread.
  @Test
  void findsALostStepOnItsOwnThreadAndEndsWhenAsked() throws Exception {
    Escalation opened = rooms.emergency();
    rooms.bean(JdbcClient.class).sql("delete from scheduled_tasks").update();
    Set<Thread> before = watchers();
    WatchdogThread thread = new WatchdogThread(rooms.bean(Watchdog.class), Duration.ofMillis(100));
    thread.start();
    assertThat(thread.isRunning()).isTrue();
    assertThat(next("/hook").body()).contains("\"stalled-step\"");
    Set<Thread> started = watchers();
    started.removeAll(before);
    assertThat(started).hasSize(1);
    thread.stop();
    assertThat(thread.isRunning()).isFalse();
    assertThat(started.iterator().next().join(Duration.ofSeconds(5))).isTrue();
    assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(opened).key()))
        .isTrue();
  }

  private static Set<Thread> watchers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("escalation-watchdog"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void called(Request request, Response response) {
    CALLS.add(new Call(
        request.getUrl(),
        String.valueOf(request.getHeader("webhook-id")),
        String.valueOf(request.getHeader("webhook-signature")),
        request.getBodyAsString()));
  }

  private static Call next(String page) throws InterruptedException {
    return Objects.requireNonNull(poll(page, Duration.ofSeconds(10)), "nobody called " + page);
  }

  /// Says it from that time on, look after look as the watchdog does, until somebody hears it.
  private Call heardWithin(List<WatchdogFinding> found, Instant from) throws InterruptedException {
    Call heard = null;
    for (int look = 0; heard == null && look < 50; look++) {
      reporter.report(found, from.plusSeconds(5 * look));
      heard = poll("/hook", Duration.ofMillis(200));
    }
    return Objects.requireNonNull(heard, "nobody heard it");
  }

  /// The next call of that page; others are passed over. Null if none comes in that time.
  private static @Nullable Call poll(String page, Duration atMost) throws InterruptedException {
    Call call;
    do {
      call = CALLS.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } while (call != null && !call.page().equals(page));
    return call;
  }

  private static long lines(CapturedOutput log, String text) {
    return log.getAll().lines().filter(line -> line.contains(text)).count();
  }

  /// One call, read while it lasted.
  private record Call(String page, String id, String signature, String body) {}
}
