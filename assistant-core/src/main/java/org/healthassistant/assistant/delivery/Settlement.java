package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.connector.sms.SendOutcome;
import org.jspecify.annotations.Nullable;

/// What follows from one attempt to send. A pure function of the text, the outcome and the time.
///
/// @param code empty when all is well
/// @param again when it is tried again; empty when that was the last attempt
record Settlement(SendState state, String code, Optional<Instant> again) {

  /// After this time an answer is of no use any more. Emergency wording is tried for ever.
  static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /// Ordinary texts go out at most once, emergency wording at least once.
  static Settlement of(OutboxRow row, SendOutcome outcome, Instant now) {
    boolean emergency = row.purpose() == SmsPurpose.EMERGENCY;
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> last(SendState.ACCEPTED, "");
      case SendOutcome.Refused refused -> last(SendState.FAILED, refused.code());
      case SendOutcome.Unknown unknown ->
        emergency ? later(row, unknown.code(), null, now) : last(SendState.UNKNOWN, unknown.code());
      case SendOutcome.TryLater later -> {
        Settlement next = later(row, later.code(), later.after(), now);
        boolean tooLate =
            next.again.orElseThrow().isAfter(row.createdAt().plus(LONGEST)) && !emergency;
        yield tooLate ? last(SendState.FAILED, later.code()) : next;
      }
    };
  }

  private static Settlement last(SendState state, String code) {
    return new Settlement(state, code, Optional.empty());
  }

  private static Settlement later(
      OutboxRow row, String code, @Nullable Duration asked, Instant now) {
    Duration pause = pause(row.attempts());
    if (asked != null && asked.compareTo(pause) > 0) {
      Duration most = row.purpose() == SmsPurpose.EMERGENCY ? pause : LONGEST_PAUSE;
      pause = asked.compareTo(most) > 0 ? most : asked;
    }
    return new Settlement(SendState.PENDING, code, Optional.of(now.plus(pause)));
  }

  private static Duration pause(int attempts) {
    return switch (attempts) {
      case 0, 1 -> Duration.ofSeconds(1);
      case 2 -> Duration.ofSeconds(5);
      case 3 -> Duration.ofSeconds(30);
      default -> Duration.ofMinutes(1);
    };
  }
}
