package org.healthassistant.connector.sms.kannel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;
import org.healthassistant.connector.sms.SmsGatewayContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KannelGatewayTest extends SmsGatewayContract {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  private static final String ACCEPTED = "0: Accepted for delivery";

  @Test
  void sendsAShortTextWithItsParametersAsTheyAre() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    SendOutcome outcome = send("50% sure? a+b=c & €5 ñ {x}");
    assertThat(outcome).isEqualTo(new SendOutcome.Accepted(""));
    PROVIDER.verify(
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
    PROVIDER.verify(getRequestedFor(anyUrl())
        .withQueryParam("text", equalTo("¿Le duele? Está bien 👍"))
        .withQueryParam("coding", equalTo("2"))
        .withQueryParam("charset", equalTo("UTF-8")));
  }

  @Test
  void asksForReportsUnderOurOwnId() {
    answers(aResponse().withStatus(202).withBody(ACCEPTED));
    var settings =
        settings(Duration.ofSeconds(5), URI.create("http://us.example/sms/status?secret=a%2Bb"));
    new KannelGateway(settings, CLOCK).send(new OutgoingSms("m 1", "12345", "+12025550143", "Hi"));
    PROVIDER.verify(getRequestedFor(anyUrl())
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
  void triesLaterWhenKannelSaysThatItCannotNow() {
    answers(aResponse().withStatus(503).withBody("Temporal failure, try again later."));
    assertThat(send("Hi")).isEqualTo(new SendOutcome.TryLater("http-503", null));
  }

  @Test
  void doesNotTakeAnyOtherSuccessForAcceptance() {
    assertThat(outcomeOf(aResponse().withStatus(200)))
        .isEqualTo(new SendOutcome.Unknown("http-200"));
  }

  @Test
  void doesNotPrintThePassword() {
    assertThat(settings(Duration.ofSeconds(1), null).toString()).doesNotContain("foo");
  }

  @Override
  protected SmsGateway gateway(URI base, Duration timeout) {
    return new KannelGateway(settings(base, timeout, null), CLOCK);
  }

  @Override
  protected ResponseDefinitionBuilder acceptance() {
    return aResponse().withStatus(202).withBody(ACCEPTED);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    PROVIDER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static SendOutcome send(String text) {
    return new KannelGateway(settings(Duration.ofSeconds(5), null), CLOCK)
        .send(new OutgoingSms("m", "", "+12025550143", text));
  }

  private static KannelSettings settings(Duration timeout, @Nullable URI statusUrl) {
    return settings(URI.create(PROVIDER.baseUrl()), timeout, statusUrl);
  }

  private static KannelSettings settings(URI base, Duration timeout, @Nullable URI statusUrl) {
    return new KannelSettings(
        URI.create(base + "/cgi-bin/sendsms"),
        "tester",
        new Secret("foo&bar%"),
        "+15559990000",
        statusUrl,
        timeout);
  }
}
