package org.healthassistant.assistant.access.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.store.RealClock;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenChecksTest {

  private static final String ISSUER = "https://portal.example";
  private static final RealClock CLOCK = RealClock.system();
  private static final Instant SOON = CLOCK.instant().plus(Duration.ofMinutes(10));

  @Test
  void takesATokenOfTheIssuerForThisServiceThatEnds() {
    assertThat(isTaken(token -> {})).isTrue();
    assertThat(isTaken(token -> token.audience(List.of("other", "health-assistant"))))
        .isTrue();
  }

  @Test
  void refusesATokenWithoutEndOrThatEndedOrEndsTooFarAhead() {
    assertThat(isTaken(token -> token.claims(claims -> claims.remove("exp")))).isFalse();
    assertThat(isTaken(token -> token
            .issuedAt(CLOCK.instant().minus(Duration.ofHours(2)))
            .expiresAt(CLOCK.instant().minus(Duration.ofHours(1)))))
        .isFalse();
    assertThat(isTaken(token -> token.expiresAt(CLOCK.instant().plus(Duration.ofDays(400)))))
        .isFalse();
  }

  @Test
  void refusesATokenForAnotherServiceOrForNone() {
    assertThat(isTaken(token -> token.audience(List.of("another-service")))).isFalse();
    assertThat(isTaken(token -> token.claims(claims -> claims.remove("aud")))).isFalse();
    assertThat(isTaken(token -> token.issuer("https://elsewhere.example"))).isFalse();
  }

  private static boolean isTaken(Consumer<Jwt.Builder> changed) {
    Jwt.Builder token = Jwt.withTokenValue("t")
        .header("alg", "RS256")
        .issuer(ISSUER)
        .audience(List.of("health-assistant"))
        .subject("maria")
        .issuedAt(CLOCK.instant())
        .expiresAt(SOON);
    changed.accept(token);
    return !new TokenChecks(new RealClock(Clock.systemUTC()))
        .all(ISSUER, Optional.of("health-assistant"), Optional.of(Duration.ofHours(24)))
        .validate(token.build())
        .hasErrors();
  }
}
