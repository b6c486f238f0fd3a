package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.springframework.stereotype.Component;

/// Decides whether a text may go out at all.
@Component
class SendGovernor {

  /// A refusal is texted at most once in this time, so that two machines cannot talk to each
  /// other without end.
  static final Duration BETWEEN_REFUSALS = Duration.ofHours(1);

  /// Why a text to a number that has opted out does not go.
  static final String OPTED_OUT = "opted-out";

  private final PhoneNumbers numbers;
  private final OutboxRows rows;

  SendGovernor(PhoneNumbers numbers, OutboxRows rows) {
    this.numbers = numbers;
    this.rows = rows;
  }

  /// Whether a text may be stored for sending. After an opt-out only emergency wording and one
  /// confirmation are: a second STOP is not confirmed again.
  boolean mayStore(String numberHash, SmsPurpose purpose) {
    return purpose == SmsPurpose.OPT_OUT_CONFIRMATION
        ? !rows.optOutConfirmed(numberHash)
        : mayGo(numberHash, purpose);
  }

  /// Whether a text that was stored may still go: the number may have opted out in between.
  boolean mayGo(String numberHash, SmsPurpose purpose) {
    return switch (purpose) {
      case EMERGENCY, OPT_OUT_CONFIRMATION -> true;
      case ANSWER, RAISE, PROVIDER, NOTICE, KEYWORD, REFUSAL -> !optedOut(numberHash);
    };
  }

  /// Keeps that the number has opted out where the network says so in refusing a text; any other
  /// code changes nothing, and so does a refusal of a text from before the last START, which came
  /// late. In the caller's transaction.
  void applyOptOut(OutboxRow row, String code, Instant now) {
    if (code.equals(OPTED_OUT)) {
      numbers.optOutSince(row.numberHash(), row.createdAt(), now);
    }
  }

  /// Whether a refusal may be texted now; if so it counts as texted, in the caller's transaction,
  /// which holds the subject's lock.
  boolean takeRefusal(String numberHash, Instant now) {
    PhoneNumbers.Known number = numbers.find(numberHash).orElseThrow();
    if (number.optedOutAt().isPresent()
        || number
            .lastRefusalAt()
            .filter(last -> now.isBefore(last.plus(BETWEEN_REFUSALS)))
            .isPresent()) {
      return false;
    }
    numbers.refusedAt(numberHash, now);
    return true;
  }

  private boolean optedOut(String numberHash) {
    return numbers.find(numberHash).flatMap(PhoneNumbers.Known::optedOutAt).isPresent();
  }
}
