package org.healthassistant.assistant.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.store.RealClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/// The end is that of the token which let the caller in, however its header was written.
class TokenExpiryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final TokenExpiry expiry = new TokenExpiry(new RealClock(() -> NOW));

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void isTheTokensButNoLaterThanAQuarterOfAnHour() {
    letIn(NOW.plus(Duration.ofMinutes(3)));
    assertThat(expiry.find()).isEqualTo(NOW.plus(Duration.ofMinutes(3)));

    letIn(NOW.plus(Duration.ofHours(8)));
    assertThat(expiry.find()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void isNowWithoutACaller() {
    assertThat(expiry.find()).isEqualTo(NOW);
  }

  private static void letIn(Instant end) {
    Caller caller = new Caller(Caller.Kind.PATIENT, "maria", "Maria", Set.of(), Optional.empty());
    SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller, end));
  }
}
