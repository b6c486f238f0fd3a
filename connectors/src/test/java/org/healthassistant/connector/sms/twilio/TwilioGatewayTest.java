package org.healthassistant.connector.sms.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.healthassistant.connector.sms.SmsGateway;
import org.healthassistant.connector.sms.SmsGatewayContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioGatewayTest extends SmsGatewayContract {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String PATH = "/2010-04-01/Accounts/AC123/Messages.json";
  private static final String FROM = "+15559990000";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

  @Test
  void postsTheFormToTheAccountWithItsToken() {
    accepts();
    send(
        new OutgoingSms("m 1", "", "+12025550143", "50% sure? a+b=c & ñ 👍"),
        "https://us.example/s");
    PROVIDER.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withHeader("Authorization", equalTo("Basic QUMxMjM6dGhlIHRva2Vu"))
            .withFormParam("To", equalTo("+12025550143"))
            .withFormParam("From", equalTo(FROM))
            .withFormParam("Body", equalTo("50% sure? a+b=c & ñ 👍"))
            .withFormParam("MessagingServiceSid", absent())
            .withFormParam("StatusCallback", equalTo("https://us.example/s?id=m+1")));
  }

  @Test
  void sendsFromTheTextsOwnNumberAndAsksForNoReportWithoutAPage() {
    accepts();
    send(new OutgoingSms("m", "12345", "+12025550143", "Hi"), null);
    PROVIDER.verify(postRequestedFor(anyUrl())
        .withFormParam("From", equalTo("12345"))
        .withFormParam("StatusCallback", absent()));
  }

  @Test
  void letsAMessagingServiceChooseTheNumber() {
    accepts();
    send(new OutgoingSms("m", SERVICE, "+12025550143", "Hi"), null);
    PROVIDER.verify(postRequestedFor(anyUrl())
        .withFormParam("MessagingServiceSid", equalTo(SERVICE))
        .withFormParam("From", absent()));
  }

  @Test
  void keepsTwiliosIdOfATextHoweverLongTheAnswer() {
    String echo = "\\u00f1".repeat(1600);
    var answer = aResponse()
        .withStatus(201)
        .withBody("{\"body\":\"" + echo + "\",\"error_code\":null,\"sid\":\"SM42\"}");
    assertThat(outcomeOf(answer)).isEqualTo(new SendOutcome.Accepted("SM42"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"sid\":", "{\"sid\":null}", "<html></html>", "[]"})
  void doesNotKnowWhatBecameOfItWhenTheAnswerHoldsNoId(String body) {
    assertThat(outcomeOf(aResponse().withStatus(201).withBody(body)))
        .isEqualTo(new SendOutcome.Unknown("no-sid"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 30001, twilio-30001",
    "400, 21611, twilio-21611",
    "400, 14107, twilio-14107",
    "429, 20429, http-429"
  })
  void triesLaterWhenAQueueOrRateIsFull(int status, String code, String word) {
    var answer = error(status, code).withHeader("Retry-After", "Tue, 24 Nov 2026 10:00:30 GMT");
    assertThat(outcomeOf(answer)).isEqualTo(new SendOutcome.TryLater(word, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "21610, opted-out",
    "21211, number-unusable",
    "21614, number-unusable",
    "21217, number-unusable",
    "30003, unreachable",
    "30005, number-unknown",
    "30006, landline",
    "30004, blocked",
    "30007, filtered",
    "30032, not-registered",
    "30034, not-registered",
    "21602, empty",
    "21617, too-long",
    "21606, twilio-21606"
  })
  void isRefusedUnderAStableWord(String code, String word) {
    assertThat(outcomeOf(error(400, code)))
        .isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
          assertThat(refused.code()).isEqualTo(word);
          assertThat(refused.reason()).isNotBlank().doesNotContain("5550143");
        });
  }

  @Test
  void doesNotKnowWhatBecameOfItWhenTheRequestTimedOutOnTheOtherSide() {
    assertThat(outcomeOf(aResponse().withStatus(408)))
        .isEqualTo(new SendOutcome.Unknown("http-408"));
  }

  @Test
  void doesNotPrintTheToken() {
    assertThat(settings(URI.create("https://x.example"), Duration.ofSeconds(1), null)
            .toString())
        .doesNotContain("the token");
  }

  @Override
  protected SmsGateway gateway(URI base, Duration timeout) {
    return new TwilioGateway(settings(base, timeout, null), () -> NOW);
  }

  @Override
  protected ResponseDefinitionBuilder acceptance() {
    return aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}");
  }

  private void accepts() {
    PROVIDER.stubFor(any(anyUrl()).willReturn(acceptance()));
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withBody("{\"code\":" + code + ",\"message\":\"To number +12025550143\",\"status\":400}");
  }

  private static void send(OutgoingSms sms, @Nullable String statusUrl) {
    URI page = statusUrl == null ? null : URI.create(statusUrl);
    URI base = URI.create(PROVIDER.baseUrl());
    new TwilioGateway(settings(base, Duration.ofSeconds(5), page), () -> NOW).send(sms);
  }

  private static TwilioSettings settings(URI base, Duration timeout, @Nullable URI statusUrl) {
    return new TwilioSettings(base, "AC123", new Secret("the token"), FROM, statusUrl, timeout);
  }
}
