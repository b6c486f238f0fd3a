package org.healthassistant.assistant.escalation.paging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.delivery.UnknownTextFailed;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.ClockSetBack;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PagerTest {

  private static final byte[] KEY =
      "a key of thirty-two bytes length".getBytes(StandardCharsets.UTF_8);
  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);
  private static final WireMockServer HOOK = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  private final EscalationRooms rooms;

  PagerTest(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(database, PagerTest::start);
  }

  private static EscalationRooms start(TestDatabase database) {
    return EscalationRooms.on(
        database,
        Map.ofEntries(
            Map.entry("assistant.base-url", "https://care.example"),
            Map.entry("assistant.escalation.webhook.url", HOOK.baseUrl() + "/page"),
            Map.entry(
                "assistant.escalation.webhook.secret",
                "whsec_" + Base64.getEncoder().encodeToString(KEY)),
            Map.entry("assistant.escalation.email-from", "pages@care.example"),
            Map.entry("spring.mail.host", "127.0.0.1"),
            Map.entry("spring.mail.port", String.valueOf(MAIL.getSmtp().getPort())),
            Map.entry("assistant.escalation.team.people[0].id", ANA),
            Map.entry("assistant.escalation.team.people[0].name", "Ana Reyes"),
            Map.entry("assistant.escalation.team.people[0].role", "nurse"),
            Map.entry("assistant.escalation.team.people[0].email", "ana@care.example"),
            Map.entry("assistant.escalation.team.people[1].id", "admin.lee"),
            Map.entry("assistant.escalation.team.people[1].name", "Sam Lee"),
            Map.entry("assistant.escalation.team.people[1].role", "admin")));
  }

  @BeforeAll
  static void listen() {
    HOOK.start();
    MAIL.start();
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
    HOOK.stop();
    MAIL.stop();
  }

  @BeforeEach
  void forget() throws Exception {
    HOOK.resetAll();
    HOOK.stubFor(any(anyUrl()).willReturn(ok()));
    MAIL.purgeEmailFromAllMailboxes();
  }

  @Test
  void postsASignedPageThatSaysNothingOfThePatient() throws Exception {
    Escalation opened = rooms.emergency();

    rooms.page(opened);
    rooms.send(opened);

    List<LoggedRequest> posted = HOOK.findAll(postRequestedFor(urlEqualTo("/page")));
    assertThat(posted).hasSize(1);
    LoggedRequest request = posted.getFirst();
    assertThat(request.getBodyAsString())
        .isEqualTo(("{\"type\":\"escalation.page\",\"escalation\":\"%s\",\"level\":\"EMERGENCY\","
                + "\"step\":1,\"recipient\":\"nurse-ana\","
                + "\"link\":\"https://care.example/workspace/escalations/%s\"}")
            .formatted(opened.id(), opened.id()));
    assertThat(request.getHeader("webhook-signature")).isEqualTo(signature(request));
    assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.NOTIFIED);
    assertThat(rooms.history(opened)).containsExactly("opened", "paged", "paged");
  }

  @Test
  void mailsWhoeverHasAnAddressWithALinkAlone() throws Exception {
    Escalation opened = rooms.emergency();

    rooms.page(opened);
    rooms.send(opened);

    var mails = MAIL.getReceivedMessages();
    assertThat(mails).hasSize(1);
    assertThat(mails[0].getAllRecipients()[0]).hasToString("ana@care.example");
    assertThat(mails[0].getContent().toString())
        .contains("https://care.example/workspace/escalations/" + opened.id())
        .doesNotContain("hurts", "chest", "patient-");
    assertThat(mails[0].getSubject()).doesNotContain("chest");
  }

  @Test
  void pagesAgainUntilAPersonAcknowledges() {
    Escalation opened = rooms.emergency();

    assertThat(rooms.page(opened)).isEqualTo(new Next.Again(rooms.now().plusSeconds(120)));
    rooms.send(opened);
    rooms.pass(Duration.ofSeconds(60));
    assertThat(rooms.page(opened)).isEqualTo(new Next.Again(rooms.now().plusSeconds(60)));
    rooms.pass(Duration.ofSeconds(60));
    rooms.page(opened);
    rooms.send(opened);
    assertThat(HOOK.findAll(postRequestedFor(urlEqualTo("/page"))))
        .extracting(request -> request.getBodyAsString().replaceAll(".*(\"step\":.).*", "$1"))
        .containsExactly("\"step\":1", "\"step\":3", "\"step\":3");

    rooms.desk().acknowledge(opened.id(), ANA);
    rooms.pass(Duration.ofSeconds(120));
    rooms.page(opened);
    rooms.send(opened);

    HOOK.verify(3, postRequestedFor(urlEqualTo("/page")));
  }

  /// The webhook is broken: the first page of a new emergency is tried at once all the same, and
  /// only tries at what was tried before rest.
  @Test
  void letsAChannelRestThatFailsButForFirstAttempts() throws Exception {
    HOOK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    for (int i = 0; i < ChannelRest.FAILURES; i++) {
      Escalation waiting = rooms.emergency();
      rooms.page(waiting);
      rooms.send(waiting);
    }
    HOOK.resetRequests();
    MAIL.purgeEmailFromAllMailboxes();

    Escalation late = rooms.emergency();
    rooms.page(late);
    rooms.send(late);

    HOOK.verify(1, postRequestedFor(urlEqualTo("/page")));
    assertThat(MAIL.getReceivedMessages()).as("by the other channel").hasSize(1);
    assertThat(rooms.find(late).state()).isEqualTo(Escalation.State.NOTIFIED);
    assertThat(resting()).isEqualTo(1);

    rooms.pass(Duration.ofSeconds(5));
    rooms.send(late);
    HOOK.verify(1, postRequestedFor(urlEqualTo("/page")));
    HOOK.stubFor(any(anyUrl()).willReturn(ok()));
    rooms.pass(ChannelRest.REST);
    rooms.send(late);

    HOOK.verify(2, postRequestedFor(urlEqualTo("/page")));
    assertThat(resting()).isZero();
    assertThat(rooms.bean(PageRows.class).accepted(RoundId.of(rooms.find(late))))
        .extracting(Page::channel)
        .contains("webhook", "email");
  }

  private double resting() {
    return rooms
        .bean(MeterRegistry.class)
        .get("assistant.channel.resting")
        .tag("channel", "webhook")
        .gauge()
        .value();
  }

  @Test
  void sendsNothingThatWaitsWhenAPersonHasAcknowledged() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);

    rooms.desk().acknowledge(opened.id(), ANA);
    rooms.send(opened);

    HOOK.verify(0, postRequestedFor(urlEqualTo("/page")));
    assertThat(rooms.history(opened)).containsExactly("opened", "acknowledged");
  }

  @Test
  void retriesAFailingChannelWhileTheOtherGoesOn() {
    HOOK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    String hook = key(opened, "webhook");

    rooms.send(opened);
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.NOTIFIED);
    SendPageTask sender = rooms.bean(SendPageTask.class);
    assertThat(sender.run(hook)).isEqualTo(new Next.Again(rooms.now().plusSeconds(5)));
    assertThat(sender.run(hook)).isEqualTo(new Next.Again(rooms.now().plusSeconds(30)));
    assertThat(sender.run(hook)).isEqualTo(new Next.Done());

    assertThat(rooms.state(hook)).isEqualTo(Page.State.FAILED);
    assertThat(rooms.history(opened)).containsExactly("opened", "paged", "page-failed");
    HOOK.verify(4, postRequestedFor(urlEqualTo("/page")));
  }

  @Test
  void sendsAgainUnderTheSameIdWhatADeadProcessLeftInBetween() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    String hook = key(opened, "webhook");
    rooms
        .bean(Transactions.class)
        .durable(() -> rooms.bean(PageRows.class).sending(hook, 0, rooms.now()));

    rooms.bean(SendPageTask.class).run(hook);
    rooms.bean(SendPageTask.class).run(hook);

    assertThat(HOOK.findAll(postRequestedFor(urlEqualTo("/page"))))
        .extracting(request -> request.getHeader("webhook-id"))
        .containsExactly(hook);
    assertThat(rooms.state(hook)).isEqualTo(Page.State.ACCEPTED);
  }

  @Test
  void makesUpForWhatFollowsFromAPageWhenADeathCameBetween() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    String hook = key(opened, "webhook");
    rooms.bean(Transactions.class).durable(() -> {
      rooms.bean(PageRows.class).sending(hook, 0, rooms.now());
      rooms.bean(PageRows.class).outcome(hook, 1, Page.State.ACCEPTED, null);
    });

    rooms.bean(SendPageTask.class).run(hook);
    rooms.bean(SendPageTask.class).run(hook);

    Escalations escalations = rooms.bean(Escalations.class);
    assertThat(HOOK.findAll(postRequestedFor(urlEqualTo("/page")))).isEmpty();
    assertThat(escalations.find(opened.id()).orElseThrow().state())
        .isEqualTo(Escalation.State.NOTIFIED);
    assertThat(escalations.history(opened.id()))
        .filteredOn(event -> event.kind() == EventKind.PAGED)
        .hasSize(1);
  }

  @Test
  void beginsARoundOfItsOwnWhenTheLevelRises() {
    Conversation conversation = rooms.conversation();
    Escalation opened = rooms.write(conversation, Level.SAME_DAY, "med-danger");
    rooms.page(opened);
    rooms.send(opened);

    Escalation raised = rooms.write(conversation, Level.EMERGENCY, "chest-pain");

    assertThat(raised.state()).isEqualTo(Escalation.State.NOTIFIED);
    assertThat(rooms.bean(PageStepTask.class).run(RoundId.of(opened).key()))
        .isEqualTo(new Next.Done());
    rooms.page(raised);
    rooms.send(raised);
    assertThat(rooms.pages(raised))
        .containsExactlyInAnyOrder(
            key(opened, 0, "webhook"),
            key(opened, 0, "email"),
            key(opened, 1, "webhook"),
            key(opened, 1, "email"));
    HOOK.verify(2, postRequestedFor(urlEqualTo("/page")));
  }

  @Test
  void holdsNoLongerAndPagesNoLaterWhenTheClockIsSetBack() {
    Escalation waiting = rooms.emergency();
    Escalation held = rooms.emergency();
    rooms.page(waiting);
    rooms.page(held);
    rooms.desk().acknowledge(held.id(), ANA);

    rooms.pass(Duration.ofMinutes(1).negated());
    rooms.say(new ClockSetBack(Duration.ofMinutes(1)));
    rooms.say(new ClockSetBack(Duration.ofMinutes(1))); // By another instance.

    assertThat(rooms.page(waiting)).isEqualTo(new Next.Again(rooms.now().plusSeconds(120)));
    rooms.pass(Duration.ofSeconds(120));
    rooms.page(waiting);
    assertThat(rooms.pages(waiting)).as("the next step").anyMatch(key -> key.contains("/0/3/"));
    rooms.pass(Duration.ofMinutes(13));
    rooms.page(held);
    assertThat(rooms.find(held).acknowledgedBy())
        .as("fifteen minutes have passed")
        .isEmpty();
  }

  @Test
  void leavesAloneWhatAnotherInstanceHasSentMeanwhile() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    String hook = key(opened, "webhook");
    PageRows pages = rooms.bean(PageRows.class);
    Transactions transactions = rooms.bean(Transactions.class);
    assertThat(transactions.durable(() -> pages.sending(hook, 0, rooms.now()))).isTrue();

    rooms.bean(SendPageTask.class).run(hook);

    assertThat(rooms.state(hook)).isEqualTo(Page.State.ACCEPTED);
    assertThat(transactions.durable(() -> pages.outcome(hook, 1, Page.State.PENDING, "timeout")))
        .as("the first one wakes up")
        .isFalse();
    assertThat(transactions.durable(() -> pages.sending(hook, 0, rooms.now()))).isFalse();
    assertThat(rooms.state(hook)).isEqualTo(Page.State.ACCEPTED);
  }

  @Test
  void pagesTheNextOnesWhenTheCarrierCouldNotDeliver() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    rooms.send(opened);

    rooms.say(new UnknownTextFailed(key(opened, "email"), "unreachable"));
    assertThat(rooms.pages(opened)).as("another page of the step arrived").hasSize(2);
    rooms.say(new UnknownTextFailed(key(opened, "webhook"), "unreachable"));
    rooms.say(new UnknownTextFailed(key(opened, "webhook"), "unreachable"));
    rooms.say(new UnknownTextFailed("some-other-text", "unreachable"));

    assertThat(rooms.state(key(opened, "webhook"))).isEqualTo(Page.State.FAILED);
    assertThat(rooms.history(opened))
        .containsExactly("opened", "paged", "paged", "page-failed", "page-failed");
    assertThat(rooms.pages(opened)).as("the next step").anyMatch(key -> key.contains("/0/3/"));
  }

  @Test
  void saysOnceThatThereIsNoChannel() {
    try (EscalationRooms without = EscalationRooms.on(TestDatabase.H2, Map.of())) {
      Escalation opened = without.emergency();

      without.page(opened);
      without.pass(Duration.ofMinutes(3));
      without.page(opened);

      assertThat(without.history(opened)).containsExactly("opened", "no-channel");
      assertThat(without.find(opened).state()).isEqualTo(Escalation.State.OPEN);
    }
  }

  private static String key(Escalation escalation, String channel) {
    return key(escalation, 0, channel);
  }

  private static String key(Escalation escalation, int round, String channel) {
    return escalation.id() + "/" + round + "/1/" + ANA + "/" + channel;
  }

  private static String signature(LoggedRequest request) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = String.join(
        ".",
        Arrays.asList(
            request.getHeader("webhook-id"),
            request.getHeader("webhook-timestamp"),
            request.getBodyAsString()));
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
