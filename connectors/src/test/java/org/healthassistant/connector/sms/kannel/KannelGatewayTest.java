package org.healthassistant.connector.sms.kannel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KannelGatewayTest {
  @RegisterExtension
  static final WireMockExtension KANNEL =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String ACCEPTED = "0: Accepted for delivery";

  @Test
  void sendsAShortTextWithItsParametersAsTheyAre() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    SendOutcome outcome = send("50% sure? a+b=c & €5 ñ {x}");
    assertThat(outcome).isEqualTo(new SendOutcome.Accepted(""));
    KANNEL.verify(
        1,
        getRequestedFor(urlPathEqualTo("/cgi-bin/sendsms"))
            .withQueryParam("username", equalTo("tester"))
            .withQueryParam("password", equalTo("foo&bar%"))
            .withQueryParam("from", equalTo("+15559990000"))
            .withQueryParam("to", equalTo("+12025550143"))
            .withQueryParam("text", equalTo("50% sure? a+b=c & €5 ñ {x}"))
            .withQueryParam("coding", absent())
            .withQueryParam("dlr-url", absent()));
  }

  @Test
  void sendsWhatTheShortAlphabetLacksAsUcs2() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    send("¿Le duele? Está bien 👍");
    KANNEL.verify(getRequestedFor(anyUrl())
        .withQueryParam("text", equalTo("¿Le duele? Está bien 👍"))
        .withQueryParam("coding", equalTo("2"))
        .withQueryParam("charset", equalTo("UTF-8")));
  }

  @Test
  void asksForReportsUnderOurOwnId() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    var settings =
        settings(Duration.ofSeconds(5), URI.create("http://us.example/sms/status?secret=a%2Bb"));
    new KannelGateway(settings).send(new OutgoingSms("m 1", "12345", "+12025550143", "Hi"));
    KANNEL.verify(getRequestedFor(anyUrl())
        .withQueryParam("from", equalTo("12345"))
        .withQueryParam("dlr-mask", equalTo("31"))
        .withQueryParam(
            "dlr-url", equalTo("http://us.example/sms/status?secret=a%%2Bb&id=m+1&type=%d")));
  }

  @Test
  void keepsTheGatewaysIdWhereItGivesOne() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED + ": 8d0b-11\n"));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.Accepted("8d0b-11"));
    answers(aResponse().withStatus(202).withBody("3: Queued for later delivery"));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.Accepted(""));
  }

  @Test
  void isRefusedForAWrongPassword() {
    answers(aResponse().withStatus(403).withBody("Authorization failed for sendsms"));
    assertThat(send("Hi"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("auth-failed"));
  }

  @Test
  void isRefusedForARequestThatKannelRejects() {
    answers(aResponse().withStatus(400).withBody("Number +12025550143 has been denied"));
    assertThat(send("Hi")).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
      assertThat(refused.code()).isEqualTo("http-400");
      assertThat(refused.reason()).doesNotContain("5550143");
    });
  }

  @Test
  void triesLaterWhenKannelSaysThatItCannotNow() {
    answers(aResponse().withStatus(503).withBody("Temporal failure, try again later."));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.TryLater("http-503", null));
    answers(aResponse().withStatus(429).withHeader("Retry-After", "7"));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.TryLater("http-429", Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 500, 502, 503})
  void doesNotKnowWhatBecameOfItAfterAnyOtherAnswer(int status) {
    answers(aResponse().withStatus(status));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.Unknown("http-" + status));
  }

  @Test
  void doesNotKnowWhatBecameOfItWhenTheConnectionBreaks() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    send("first");
    KANNEL.resetRequests();
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.Unknown("connection-broken"));
    KANNEL.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void doesNotKnowWhatBecameOfItWhenNoAnswerComesInTime() {
    answers(aResponse().withStatus(202).withFixedDelay(3000));
    var gateway = new KannelGateway(settings(Duration.ofMillis(300), null));
    assertThat(gateway.send(new OutgoingSms("m", "", "+12025550143", "Hi")))
        .isEqualTo(new SendOutcome.Unknown("timeout"));
  }

  @Test
  void triesLaterWhenNobodyListens() {
    var settings = new KannelSettings(
        URI.create("http://127.0.0.1:1/cgi-bin/sendsms"), "u", new Secret("p"), "1");
    assertThat(new KannelGateway(settings).send(new OutgoingSms("m", "", "+12025550143", "Hi")))
        .isEqualTo(new SendOutcome.TryLater("connect-failed", null));
  }

  @Test
  void doesNotPrintThePassword() {
    assertThat(settings(Duration.ofSeconds(1), null).toString()).doesNotContain("foo");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    KANNEL.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static SendOutcome send(String text) {
    return new KannelGateway(settings(Duration.ofSeconds(5), null))
        .send(new OutgoingSms("m", "", "+12025550143", text));
  }

  private static KannelSettings settings(Duration timeout, @Nullable URI statusUrl) {
    return new KannelSettings(
        URI.create(KANNEL.baseUrl() + "/cgi-bin/sendsms"),
        "tester",
        new Secret("foo&bar%"),
        "+15559990000",
        statusUrl,
        timeout);
  }
}
