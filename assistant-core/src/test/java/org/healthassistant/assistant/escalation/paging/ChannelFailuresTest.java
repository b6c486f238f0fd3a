package org.healthassistant.assistant.escalation.paging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.settings.ServiceAddress;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.healthassistant.connector.notify.SignedWebhook;
import org.healthassistant.connector.sms.kannel.KannelGateway;
import org.healthassistant.connector.sms.kannel.KannelSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Whatever the other side does, a page that may not have been taken is tried again.
class ChannelFailuresTest {

  private static final Duration TIMEOUT = Duration.ofMillis(1_500);
  private static final Member ANA = new Member(
      "ana", "Ana", Role.NURSE, Optional.empty(), Optional.of("+15555550123"), List.of());
  private static final WireMockServer OTHER_SIDE = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  private final PageLink link = new PageLink(new ServiceAddress("https://care.example"));
  private final Escalation escalation = escalation();
  private final Page page = Page.next(escalation, 1, "ana", "any", Instant.EPOCH);

  @BeforeAll
  static void listen() {
    OTHER_SIDE.start();
  }

  @AfterAll
  static void stop() {
    OTHER_SIDE.stop();
  }

  @BeforeEach
  void forget() {
    OTHER_SIDE.resetAll();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            "refused for now", aResponse().withStatus(429).withHeader("Retry-After", "45")),
        Arguments.of("broken", aResponse().withStatus(500)),
        Arguments.of("away", aResponse().withStatus(503).withBody("Temporal failure, try again.")),
        Arguments.of("silent", aResponse().withStatus(200).withFixedDelay(3_000)),
        Arguments.of("cut off", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("half an answer", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void triesAWebhookAgain(String how, ResponseDefinitionBuilder answer) {
    OTHER_SIDE.stubFor(any(anyUrl()).willReturn(answer));

    assertThat(webhook().send(page, escalation, ANA))
        .isInstanceOf(NotificationOutcome.TryLater.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void triesATextAgain(String how, ResponseDefinitionBuilder answer) {
    OTHER_SIDE.stubFor(any(anyUrl()).willReturn(answer));

    assertThat(sms().send(page, escalation, ANA)).isInstanceOf(NotificationOutcome.TryLater.class);
  }

  @Test
  void waitsAsLongAsTheOtherSideAsks() {
    OTHER_SIDE.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "45")));

    assertThat(webhook().send(page, escalation, ANA))
        .isEqualTo(new NotificationOutcome.TryLater("http-429", Duration.ofSeconds(45)));
  }

  @Test
  void textsALinkAndNothingOfThePatient() {
    OTHER_SIDE.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("0: Accepted")));

    assertThat(sms().send(page, escalation, ANA)).isEqualTo(new NotificationOutcome.Accepted());

    var request = OTHER_SIDE.findAll(anyRequestedFor(anyUrl())).getFirst();
    assertThat(request.queryParameter("text").firstValue())
        .isEqualTo("EMERGENCY: a patient waits for you."
            + " https://care.example/workspace/escalations/an-escalation");
    assertThat(request.queryParameter("to").firstValue()).isEqualTo("+15555550123");
  }

  @Test
  void givesUpWhereTheOtherSideRefuses() {
    OTHER_SIDE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));

    assertThat(sms().send(page, escalation, ANA))
        .isEqualTo(new NotificationOutcome.Refused("auth-failed"));
    assertThat(webhook().send(page, escalation, ANA))
        .isEqualTo(new NotificationOutcome.Refused("http-403"));
  }

  private WebhookChannel webhook() {
    return new WebhookChannel(
        new SignedWebhook(url(), new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"), TIMEOUT),
        link,
        RealClock.system(),
        JsonMapper.builder().build());
  }

  private SmsChannel sms() {
    return new SmsChannel(
        new KannelGateway(
            new KannelSettings(url(), "user", new Secret("word"), "+15555550100", null, TIMEOUT),
            RealClock.system()),
        link);
  }

  private static URI url() {
    return URI.create(OTHER_SIDE.baseUrl() + "/any");
  }

  private static Escalation escalation() {
    return Escalation.begun(
        new Escalation.Identity("an-escalation", "a-subject", Optional.empty(), Instant.EPOCH),
        new Escalation.Concern(
            "a-conversation",
            "a-message",
            Level.EMERGENCY,
            List.of("chest-pain"),
            false,
            Instant.EPOCH,
            Instant.EPOCH,
            0));
  }
}
