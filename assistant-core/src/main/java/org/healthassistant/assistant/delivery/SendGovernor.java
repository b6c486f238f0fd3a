package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.delivery.limits.TextLimits;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.SafeContact;
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
  /// Why a text that we start does not go to somebody whom texts put in danger.
  static final String CONTACT_UNSAFE = "contact-unsafe";

  private final SafeContact contact;
  private final OutboxRows rows;
  private final TextLimits limits;

  SendGovernor(PhoneNumbers numbers, SafeContact contact, OutboxRows rows, TextLimits limits) {
    this.contact = contact;
    this.numbers = numbers;
    this.rows = rows;
    this.limits = limits;
  }

  /// Why texts are not sent; empty: they may go. In the caller's transaction, which holds the
  /// subject's lock.
  ///
  /// @param texts the parts of what is said, in order
  Optional<String> heldBack(Conversation conversation, SmsPurpose purpose, List<String> texts) {
    Optional<String> barred = barred(conversation.numberHash().orElseThrow(), purpose);
    if (barred.isPresent()) {
      return barred;
    }
    return purpose.isLimited()
        ? limits.check(conversation, texts).map(TextLimits.Held::word)
        : Optional.empty();
  }

  /// Keeps with a message's texts what later ones are counted by.
  void count(Conversation conversation, String messageId, List<String> texts) {
    limits.keep(conversation, messageId, texts);
  }

  /// Why a text is not stored for sending. After an opt-out only emergency wording and one
  /// confirmation are: a second STOP is not confirmed again.
  private Optional<String> barred(String numberHash, SmsPurpose purpose) {
    boolean again = purpose == SmsPurpose.OPT_OUT_CONFIRMATION && rows.optOutConfirmed(numberHash);
    return again ? Optional.of(OPTED_OUT) : stops(numberHash, purpose);
  }

  /// Why a text that was stored may not go any more; empty: it may. The number may have opted
  /// out in between, or its holder have said that texts are not safe: then nothing goes that we
  /// start.
  Optional<String> stops(String numberHash, SmsPurpose purpose) {
    return switch (purpose) {
      case EMERGENCY, OPT_OUT_CONFIRMATION -> Optional.empty();
      case ANSWER, URGENT, KEYWORD, REFUSAL -> optedOut(numberHash);
      case RAISE, PROVIDER, NOTICE -> optedOut(numberHash).or(() -> unsafe(numberHash));
    };
  }

  private Optional<String> unsafe(String numberHash) {
    return numbers
        .find(numberHash)
        .filter(number -> contact.isUnsafe(number.subjectId()))
        .map(number -> CONTACT_UNSAFE);
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

  private Optional<String> optedOut(String numberHash) {
    return numbers.find(numberHash).flatMap(PhoneNumbers.Known::optedOutAt).map(since -> OPTED_OUT);
  }
}
