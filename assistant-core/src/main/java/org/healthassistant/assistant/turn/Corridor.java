package org.healthassistant.assistant.turn;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.store.Bulkhead;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.springframework.stereotype.Component;

/// The corridor that every patient's message walks through, with its two verbs. Web, SMS and
/// outreach call these and nothing else.
@Component
public class Corridor {

  /// Beyond this many bytes a message is not read at all.
  public static final int UNREADABLE_BYTES = 64 * 1024;

  /// How many messages are screened and stored at once. More than the database has connections,
  /// so that none of those is idle; few enough that the encoders' queue stays short.
  private static final int ACCEPTED_AT_ONCE = 64;

  private static final Duration PATIENCE_AT_THE_DOOR = Duration.ofSeconds(2);

  /// How many replies are made at once; with a model most of them wait for it.
  private static final int COMPLETED_AT_ONCE = 512;

  private static final Duration VECTORS_IN_TIME = Duration.ofMillis(150);
  private static final Duration VECTORS_BEFORE_REFUSAL = Duration.ofSeconds(2);

  private final Admission admission;
  private final Completion completion;
  private final ReplyStore replies;
  private final Composer composer;
  private final Screen screen;
  private final Library library;
  private final Messages messages;
  private final Conversations conversations;
  private final TurnBudget budget;
  private final RealClock clock;
  private final TopicSignals signals;
  private final Bulkhead accepting = new Bulkhead(ACCEPTED_AT_ONCE);
  private final Bulkhead completing = new Bulkhead(COMPLETED_AT_ONCE);
  private final KnownVectors known = new KnownVectors();

  Corridor(
      Admission admission,
      Completion completion,
      ReplyStore replies,
      Composer composer,
      Screen screen,
      Library library,
      Messages messages,
      Conversations conversations,
      TurnBudget budget,
      RealClock clock,
      TopicSignals signals) {
    this.admission = admission;
    this.completion = completion;
    this.replies = replies;
    this.composer = composer;
    this.screen = screen;
    this.library = library;
    this.messages = messages;
    this.conversations = conversations;
    this.budget = budget;
    this.clock = clock;
    this.signals = signals;
  }

  /// Screens and stores a message; after it returns [Accepted.Stored] nothing of it can be lost.
  ///
  /// What would be refused waits up to two seconds for its meaning to be read, and without it is
  /// accepted: nothing is refused unscreened. Where more come than can be looked at, one waits two
  /// seconds and is then [Accepted.Busy]: neither stored nor refused.
  ///
  /// @throws RuntimeException if the database does not take it: the sender must hear no success
  public Accepted accept(Inbound inbound) {
    if (inbound.text().isBlank()) {
      return new Accepted.Refused(Accepted.Reason.EMPTY, Optional.empty());
    }
    if (inbound.text().getBytes(StandardCharsets.UTF_8).length > UNREADABLE_BYTES) {
      return new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty());
    }
    return accepting
        .call(PATIENCE_AT_THE_DOOR, () -> Optional.of(admit(inbound)))
        .orElseGet(() -> new Accepted.Busy(PATIENCE_AT_THE_DOOR));
  }

  private Accepted admit(Inbound inbound) {
    PendingVectors pending = library.begin(inbound.text());
    var vectors = Vectors.windows(pending, VECTORS_IN_TIME);
    Accepted first = admission.admit(inbound, vectors, vectors.isPresent());
    if (vectors.isEmpty() && first instanceof Accepted.Refused) {
      var late = Vectors.windows(pending, VECTORS_BEFORE_REFUSAL);
      first = admission.admit(inbound, late, late.isPresent());
    }
    if (first instanceof Accepted.Stored stored && stored.done().isEmpty()) {
      known.keep(stored.messageId(), pending);
    }
    return first;
  }

  /// Makes the reply to a stored message and stores it; idempotent. Waits for another `complete` of
  /// the conversation, and while too many replies are being made, at most as long as the time
  /// budget.
  ///
  /// @return the Turn; empty when it could not be made in that time: the reply task completes it
  public Optional<Turn> complete(String messageId) {
    return complete(messageId, budget.length());
  }

  /// As [#complete(String)], waiting for others at most so long.
  Optional<Turn> complete(String messageId, Duration patience) {
    Optional<Turn> there = replies.find(messageId);
    return there.isPresent()
        ? there
        : completing.call(patience, () -> completeNow(messageId, patience));
  }

  private Optional<Turn> completeNow(String messageId, Duration patience) {
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    PendingVectors vectors = known.take(messageId).orElseGet(() -> library.begin(message.text()));
    vectors.beginQuestion();
    String owner = Ids.next();
    if (!awaitLease(message.conversationId(), owner, patience)) {
      return replies.find(messageId);
    }
    try {
      return Optional.of(completion.complete(messageId, vectors, budget.length()));
    } finally {
      conversations.release(message.conversationId(), owner);
      signals.signal(leaseTopic(message.conversationId()));
    }
  }

  /// What the screen says of a text, with its meaning; stores nothing.
  ///
  /// @param context earlier messages, oldest first; findings name them `context-0`, `context-1`, …
  public Turn.Triage triage(String text, List<String> context, Set<RiskFact> risk) {
    List<ScreenedText> earlier = java.util.stream.IntStream.range(0, context.size())
        .mapToObj(i -> new ScreenedText("context-" + i, context.get(i)))
        .toList();
    var vectors = Vectors.windows(library.begin(text), VECTORS_BEFORE_REFUSAL);
    return composer.triage(
        screen.screen(new Screening(new ScreenedText("message", text), earlier, risk, vectors)),
        Optional.empty());
  }

  private boolean awaitLease(String conversationId, String owner, Duration patience) {
    Instant end = clock.instant().plus(patience);
    String topic = leaseTopic(conversationId);
    try (TopicSignals.Watch watch = signals.watch(topic)) {
      while (true) {
        if (conversations.lease(conversationId, owner, budget.lease())) {
          return true;
        }
        if (!clock.instant().isBefore(end)) {
          return false;
        }
        watch.await(Duration.ofMillis(500));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String leaseTopic(String conversationId) {
    return "lease/" + conversationId;
  }
}
