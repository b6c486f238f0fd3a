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
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.WakeUps;
import org.springframework.stereotype.Component;

/// The corridor that every patient's message walks through, with its two verbs. Web, SMS and
/// outreach call these and nothing else.
@Component
public class Corridor {

  /// Beyond this many bytes a message is not read at all.
  public static final int UNREADABLE_BYTES = 64 * 1024;

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
  private final WakeUps wakeUps;

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
      WakeUps wakeUps) {
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
    this.wakeUps = wakeUps;
  }

  /// Screens and stores a message; after it returns [Accepted.Stored] nothing of it can be lost.
  ///
  /// What would be refused waits up to two seconds for its meaning to be read, and without it is
  /// accepted: nothing is refused unscreened.
  ///
  /// @throws RuntimeException if the database does not take it: the sender must hear no success
  public Accepted accept(Inbound inbound) {
    if (inbound.text().isBlank()) {
      return new Accepted.Refused(Accepted.Reason.EMPTY, Optional.empty());
    }
    if (inbound.text().getBytes(StandardCharsets.UTF_8).length > UNREADABLE_BYTES) {
      return new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty());
    }
    PendingVectors pending = library.begin(inbound.text());
    var vectors = Vectors.windows(pending, VECTORS_IN_TIME);
    Accepted first = admission.admit(inbound, vectors, vectors.isPresent());
    if (vectors.isPresent() || !(first instanceof Accepted.Refused)) {
      return first;
    }
    var late = Vectors.windows(pending, VECTORS_BEFORE_REFUSAL);
    return admission.admit(inbound, late, late.isPresent());
  }

  /// Makes the reply to a stored message and stores it; idempotent. Waits for another `complete` of
  /// the conversation at most as long as the time budget.
  ///
  /// @return the Turn; empty when another is still at work after that time: the reply task
  /// completes
  ///     it
  public Optional<Turn> complete(String messageId) {
    Optional<Turn> there = replies.find(messageId);
    if (there.isPresent()) {
      return there;
    }
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    String owner = Ids.next();
    if (!awaitLease(message.conversationId(), owner)) {
      return replies.find(messageId);
    }
    try {
      return Optional.of(completion.complete(messageId, budget.length()));
    } finally {
      conversations.release(message.conversationId(), owner);
      wakeUps.signal(leaseTopic(message.conversationId()));
    }
  }

  /// The Turn of a message of a patient, where its reply is there.
  public Optional<Turn> turnOf(String messageId) {
    return replies.find(messageId);
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

  private boolean awaitLease(String conversationId, String owner) {
    Instant end = clock.instant().plus(budget.length());
    String topic = leaseTopic(conversationId);
    wakeUps.join(topic);
    try {
      while (true) {
        long ticket = wakeUps.ticket(topic);
        if (conversations.lease(conversationId, owner, budget.lease())) {
          return true;
        }
        if (!clock.instant().isBefore(end)) {
          return false;
        }
        wakeUps.await(topic, ticket, Duration.ofMillis(500));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      wakeUps.leave(topic);
    }
  }

  private static String leaseTopic(String conversationId) {
    return "lease/" + conversationId;
  }
}
