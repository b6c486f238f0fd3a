package org.healthassistant.connector.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedWebhookTest {
  @RegisterExtension
  static final WireMockExtension RECEIVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void signsAsTheSpecificationsOwnExample() {
    answers(aResponse().withStatus(200));
    NotificationOutcome outcome = webhook()
        .post(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");
    assertThat(outcome).isEqualTo(new NotificationOutcome.Accepted());
    RECEIVER.verify(postRequestedFor(urlEqualTo("/hook"))
        .withHeader("Content-Type", equalTo("application/json"))
        .withHeader("webhook-id", equalTo("msg_p5jXN8AQM9LWM0D4loKWxJek"))
        .withHeader("webhook-timestamp", equalTo("1614265330"))
        .withHeader("webhook-signature", equalTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="))
        .withRequestBody(equalTo("{\"test\": 2432232314}")));
  }

  @Test
  void signsTheBytesOfUtf8() {
    answers(aResponse().withStatus(204));
    var webhook = new SignedWebhook(
        URI.create(RECEIVER.url("/hook")),
        new Secret("whsec_Y29ubmVjdG9ycy10ZXN0LWtleS0wMTIzNDU2Nzg5"));
    webhook.post(
        "page-7",
        Instant.ofEpochSecond(1790000000),
        "{\"type\":\"escalation.page\",\"note\":\"ñ\"}");
    RECEIVER.verify(postRequestedFor(anyUrl())
        .withHeader(
            "webhook-signature", equalTo("v1,vqF5nOMyGEWRRdzETlqzGygbv5UoIbqnn//ws8T/Pcg=")));
  }

  @Test
  void isGoneForGoodOn410() {
    assertThat(outcomeOf(aResponse().withStatus(410))).isEqualTo(new NotificationOutcome.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 404})
  void isRefusedAndFollowsNoRedirect(int status) {
    assertThat(outcomeOf(
            aResponse().withStatus(status).withHeader("Location", RECEIVER.url("/other"))))
        .isEqualTo(new NotificationOutcome.Refused("http-" + status));
    RECEIVER.verify(0, postRequestedFor(urlEqualTo("/other")));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void triesLater(int status) {
    assertThat(outcomeOf(aResponse().withStatus(status)))
        .isEqualTo(new NotificationOutcome.TryLater("http-" + status, null));
  }

  @Test
  void waitsAsLongAsAskedInSecondsOrUntilADate() {
    assertThat(outcomeOf(aResponse().withStatus(429).withHeader("Retry-After", "120")))
        .isEqualTo(new NotificationOutcome.TryLater("http-429", Duration.ofSeconds(120)));
    assertThat(outcomeOf(
            aResponse().withStatus(503).withHeader("Retry-After", "Tue, 24 Nov 2026 10:05:00 GMT")))
        .isEqualTo(new NotificationOutcome.TryLater("http-503", Duration.ofMinutes(5)));
    assertThat(outcomeOf(aResponse().withStatus(503).withHeader("Retry-After", "soon")))
        .isEqualTo(new NotificationOutcome.TryLater("http-503", null));
  }

  @Test
  void triesLaterWhenTheAnswerIsLateOrBroken() {
    answers(aResponse().withStatus(200).withFixedDelay(3000));
    var hasty =
        new SignedWebhook(URI.create(RECEIVER.url("/hook")), SECRET, Duration.ofMillis(300));
    assertThat(hasty.post("id", NOW, "{}"))
        .isEqualTo(new NotificationOutcome.TryLater("timeout", null));
    assertThat(outcomeOf(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
        .isEqualTo(new NotificationOutcome.TryLater("connection-broken", null));
  }

  @Test
  void triesLaterWhenNobodyListens() {
    var webhook = new SignedWebhook(URI.create("http://127.0.0.1:1/hook"), SECRET);
    assertThat(webhook.post("id", NOW, "{}"))
        .isEqualTo(new NotificationOutcome.TryLater("connect-failed", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_not*base64"})
  void refusesASecretOfAnotherFormWithoutRepeatingIt(String secret) {
    URI url = URI.create("http://127.0.0.1:1/hook");
    assertThatThrownBy(() -> new SignedWebhook(url, new Secret(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MfKQ")
        .hasMessageNotContaining("not*");
  }

  @Test
  void refusesAnIdThatWouldMakeTheSignatureAmbiguous() {
    assertThatThrownBy(() -> webhook().post("a.b", NOW, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SignedWebhook webhook() {
    return new SignedWebhook(URI.create(RECEIVER.url("/hook")), SECRET);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    RECEIVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static NotificationOutcome outcomeOf(ResponseDefinitionBuilder answer) {
    answers(answer);
    return webhook().post("id", NOW, "{}");
  }
}
