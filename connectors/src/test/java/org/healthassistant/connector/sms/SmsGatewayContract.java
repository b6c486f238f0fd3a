package org.healthassistant.connector.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every gateway over HTTP must keep to: nothing is sent twice by itself, what may have been
/// taken is never said to be not taken, and no reason holds a number or a word of the text.
public abstract class SmsGatewayContract {
  /// The gateway's other side.
  @RegisterExtension
  protected static final WireMockExtension PROVIDER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String TO = "+12025550143";
  private static final String WORDS = "Take your medicine";

  /// A gateway that talks to that address.
  protected abstract SmsGateway gateway(URI base, Duration timeout);

  /// How the provider says that it took a text.
  protected abstract ResponseDefinitionBuilder acceptance();

  @Test
  void isAcceptedWhenTheProviderTakesIt() {
    assertThat(outcomeOf(acceptance())).isInstanceOf(SendOutcome.Accepted.class);
    PROVIDER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void triesLaterWhenThereIsTooMuchAndWaitsAsLongAsAsked() {
    assertThat(outcomeOf(aResponse().withStatus(429).withHeader("Retry-After", "7")))
        .isEqualTo(new SendOutcome.TryLater("http-429", Duration.ofSeconds(7)));
    assertThat(outcomeOf(aResponse().withStatus(429)))
        .isEqualTo(new SendOutcome.TryLater("http-429", null));
  }

  @Test
  void triesLaterWhenNobodyListens() {
    SmsGateway gateway = gateway(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(5));
    assertThat(gateway.send(text())).isEqualTo(new SendOutcome.TryLater("connect-failed", null));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void isRefusedForAWrongPassword(int status) {
    assertThat(outcomeOf(aResponse().withStatus(status)))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("auth-failed"));
  }

  @Test
  void isRefusedForARequestThatIsRejectedAndRepeatsNothingOfIt() {
    var answer = aResponse().withStatus(400).withBody("No text '" + WORDS + "' goes to " + TO);
    assertThat(outcomeOf(answer)).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
      assertThat(refused.code()).isEqualTo("http-400");
      assertThat(refused.reason()).doesNotContain("5550143", "medicine");
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 500, 502, 503, 504})
  void doesNotKnowWhatBecameOfItAfterAnyOtherAnswerAndFollowsNoRedirect(int status) {
    var answer = aResponse().withStatus(status).withHeader("Location", PROVIDER.url("/elsewhere"));
    assertThat(outcomeOf(answer)).isEqualTo(new SendOutcome.Unknown("http-" + status));
    PROVIDER.verify(1, anyRequestedFor(anyUrl()));
    PROVIDER.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void doesNotKnowWhatBecameOfItWhenTheAnswerBreaksOffAndSendsItOnce(Fault fault) {
    outcomeOf(acceptance());
    PROVIDER.resetRequests();
    assertThat(outcomeOf(aResponse().withFault(fault)))
        .isEqualTo(new SendOutcome.Unknown("connection-broken"));
    PROVIDER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void doesNotKnowWhatBecameOfItWhenNoAnswerComesInTime() {
    PROVIDER.stubFor(any(anyUrl()).willReturn(acceptance().withFixedDelay(3000)));
    SmsGateway hasty = gateway(URI.create(PROVIDER.baseUrl()), Duration.ofMillis(300));
    assertThat(hasty.send(text())).isEqualTo(new SendOutcome.Unknown("timeout"));
    PROVIDER.verify(1, anyRequestedFor(anyUrl()));
  }

  /// What becomes of a text when the provider answers so.
  protected final SendOutcome outcomeOf(ResponseDefinitionBuilder answer) {
    PROVIDER.stubFor(any(anyUrl()).willReturn(answer));
    return gateway(URI.create(PROVIDER.baseUrl()), Duration.ofSeconds(5)).send(text());
  }

  private static OutgoingSms text() {
    return new OutgoingSms("m-1", "", TO, WORDS);
  }
}
