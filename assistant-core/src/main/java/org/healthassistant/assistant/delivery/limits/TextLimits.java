package org.healthassistant.assistant.delivery.limits;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Decides whether a reply goes out by text, by what went out before. What one number may get is
/// exact, since the caller holds its subject's lock; the budgets of many numbers may be exceeded
/// by what is decided at the same moment.
@Component
public class TextLimits {

  private static final Logger LOG = LoggerFactory.getLogger(TextLimits.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final TextLimitSettings settings;
  private final JdbcClient jdbc;
  private final Messages messages;
  private final PhoneNumbers numbers;
  private final KeyedHash hash;
  private final MeterRegistry meters;
  private final RealClock clock;

  TextLimits(
      TextLimitSettings settings,
      JdbcClient jdbc,
      Messages messages,
      PhoneNumbers numbers,
      KeyedHash hash,
      MeterRegistry meters,
      RealClock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.messages = messages;
    this.numbers = numbers;
    this.hash = hash;
    this.meters = meters;
    this.clock = clock;
    for (Held why : Held.values()) {
      meters.counter("assistant.delivery.held", "why", why.word());
    }
  }

  /// Why a reply is held back; empty: it may go. In the caller's transaction, which holds the
  /// lock of the conversation's subject. What is held back is counted.
  ///
  /// @param conversation one by SMS
  /// @param texts what would go out, in order
  public Optional<Held> check(Conversation conversation, List<String> texts) {
    Optional<Held> held = find(conversation, texts, clock.instant());
    held.ifPresent(why -> {
      meters.counter("assistant.delivery.held", "why", why.word()).increment();
      LOG.info("DE-009: a reply in conversation {} is held back: {}", conversation.id(), why);
    });
    return held;
  }

  /// Keeps with a stored text what later ones are counted by: whether its number is a patient's,
  /// and a keyed hash of what goes out, which is another one for each number.
  ///
  /// @param messageId whose texts they are
  public void keep(Conversation conversation, String messageId, List<String> texts) {
    jdbc.sql("update outbox set text_hash = :hash, linked = :linked where message_id = :message")
        .param("hash", textHash(conversation, texts))
        .param("linked", isLinked(conversation))
        .param("message", messageId)
        .update();
  }

  private Optional<Held> find(Conversation conversation, List<String> texts, Instant now) {
    String number = conversation.numberHash().orElseThrow();
    Instant day = now.minus(DAY);
    if (sent(number, textHash(conversation, texts), day) >= settings.sameReplyADay()) {
      return Optional.of(Held.SAME_REPLY);
    }
    if (messages.timesSaid(conversation, now.minus(HOUR)) >= settings.sameTextAnHour()) {
      return Optional.of(Held.SAME_TEXT);
    }
    int unlinked = sent(false, day);
    if (!isLinked(conversation) && unlinked >= settings.unlinkedADay()) {
      return Optional.of(Held.UNLINKED);
    }
    return unlinked + sent(true, day) >= settings.allADay()
        ? Optional.of(Held.ALL)
        : Optional.empty();
  }

  private boolean isLinked(Conversation conversation) {
    return conversation
        .numberHash()
        .flatMap(numbers::find)
        .map(PhoneNumbers.Known::linked)
        .orElse(false);
  }

  /// So many replies of the same words to a number; the parts of one are one.
  private int sent(String numberHash, String textHash, Instant since) {
    return jdbc.sql("""
        select count(distinct message_id) from outbox
        where number_hash = :number and text_hash = :hash and created_at >= :since
          and state <> 'SUPPRESSED'
        """)
        .param("number", numberHash)
        .param("hash", textHash)
        .param("since", TimeStamps.bind(since))
        .query(Integer.class)
        .single();
  }

  /// So many texts to numbers that are patients' or are not, counted up to the largest budget.
  private int sent(boolean linked, Instant since) {
    return jdbc.sql("""
        select count(*) from (
          select id from outbox
          where linked = :linked and created_at >= :since and state <> 'SUPPRESSED'
          limit :most) texts
        """)
        .param("linked", linked)
        .param("since", TimeStamps.bind(since))
        .param("most", Math.max(settings.allADay(), settings.unlinkedADay()))
        .query(Integer.class)
        .single();
  }

  private String textHash(Conversation conversation, List<String> texts) {
    return hash.hash(
        "text to number",
        conversation.numberHash().orElseThrow() + "\u0000" + String.join("\u0000", texts));
  }

  /// Why a reply does not go out.
  public enum Held {
    /// The number got the same too often.
    SAME_REPLY("held/same-reply"),
    /// The number writes the same again and again.
    SAME_TEXT("held/same-text"),
    /// Too much went to numbers that are no patient's.
    UNLINKED("held/unlinked"),
    /// Too much went out.
    ALL("held/all");

    private final String word;

    Held(String word) {
      this.word = word;
    }

    /// The stable code of rows and metrics; begins with `held/`.
    public String word() {
      return word;
    }
  }
}
