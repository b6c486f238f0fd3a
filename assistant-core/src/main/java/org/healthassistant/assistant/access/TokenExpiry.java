package org.healthassistant.assistant.access;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells until when the caller of this request may be served, for streams that end with the
/// token.
@Component
public class TokenExpiry {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final RealClock clock;

  TokenExpiry(RealClock clock) {
    this.clock = clock;
  }

  /// When the token ends that the request was let in by, and in fifteen minutes at the latest: a
  /// reader who still may comes again through the door. Without a caller: now.
  public Instant find() {
    Instant latest = clock.instant().plus(LONGEST);
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication by
        ? by.ends().isBefore(latest) ? by.ends() : latest
        : clock.instant();
  }
}
