package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.Backoff;
import org.healthassistant.connector.sms.SendOutcome;
import org.jspecify.annotations.Nullable;

/// Decides what follows from one attempt to send: ordinary texts go out at most once, emergency
/// wording at least once as far as that can be known, and both end. A pure function of the text,
/// the outcome and the time.
///
/// Each attempt of which nobody knows whether it went out may have been a text more on the phone,
/// so after the third the wording is left at that, as not known, and somebody has to call.
final class SendAttemptPolicy {

  /// After this time an answer is of no use any more. Emergency wording that the gateway does not
  /// take is offered to it for ever.
  static final Duration LONGEST = Duration.ofHours(24);

  /// So many attempts of an emergency may have gone out, no more.
  static final int MOST_UNKNOWN = 3;

  /// A gateway that asks for more time gets up to an hour.
  private static final Backoff BACKOFF = new Backoff(
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1)),
      Duration.ofHours(1));

  private SendAttemptPolicy() {}

  /// What follows from the outcome of the attempt that the row counts last.
  static Decision decide(OutboxRow row, SendOutcome outcome, Instant now) {
    boolean emergency = row.purpose() == SmsPurpose.EMERGENCY;
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> last(SendState.ACCEPTED, "");
      case SendOutcome.Refused refused -> last(SendState.FAILED, refused.code());
      case SendOutcome.Unknown unknown ->
        emergency && row.unknowns() + 1 < MOST_UNKNOWN
            ? again(unknown.code(), now.plus(wait(row, null)))
            : last(SendState.UNKNOWN, unknown.code());
      case SendOutcome.TryLater later -> {
        Instant next = now.plus(wait(row, later.after()));
        boolean tooLate = next.isAfter(row.createdAt().plus(LONGEST)) && !emergency;
        yield tooLate ? last(SendState.FAILED, later.code()) : again(later.code(), next);
      }
    };
  }

  /// What follows where the process died in an attempt: whether it went out is not known.
  static boolean mayRepeat(OutboxRow row) {
    return row.purpose() == SmsPurpose.EMERGENCY && row.unknowns() + 1 < MOST_UNKNOWN;
  }

  /// A gateway never holds up emergency wording, whatever it asks for.
  private static Duration wait(OutboxRow row, @Nullable Duration asked) {
    return row.purpose() == SmsPurpose.EMERGENCY
        ? BACKOFF.next(row.attempts())
        : BACKOFF.next(row.attempts(), asked);
  }

  private static Decision last(SendState state, String code) {
    return new Decision(state, code, Optional.empty());
  }

  private static Decision again(String code, Instant at) {
    return new Decision(SendState.PENDING, code, Optional.of(at));
  }

  /// What becomes of the text.
  ///
  /// @param code empty when all is well
  /// @param again when it is tried again; empty when that was the last attempt
  record Decision(SendState state, String code, Optional<Instant> again) {}
}
