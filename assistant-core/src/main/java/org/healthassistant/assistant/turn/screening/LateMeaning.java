package org.healthassistant.assistant.turn.screening;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WindowVector;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// **T2**: where the vectors of a message came too late for T1, its meaning is read before its
/// reply is made, and where that says more than the rules did, the level rises first.
///
/// This is the one place that decides what happens to vectors that are late, and what when they
/// do not come here either: today the reply is then made without the meaning.
@Component
public class LateMeaning {

  private static final Duration LATE_VECTORS = Duration.ofSeconds(2);

  private final MessageScreen screening;
  private final Messages messages;
  private final Subjects subjects;
  private final Escalations escalations;
  private final Transactions transactions;

  LateMeaning(
      MessageScreen screening,
      Messages messages,
      Subjects subjects,
      Escalations escalations,
      Transactions transactions) {
    this.screening = screening;
    this.messages = messages;
    this.subjects = subjects;
    this.escalations = escalations;
    this.transactions = transactions;
  }

  /// The message as it stands, with its meaning read where that was missing and came now. Waits
  /// for it two seconds at most, outside of any transaction.
  ///
  /// @throws IllegalArgumentException if there is no such message
  public Message read(String messageId, PendingVectors pending) {
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    if (!message.lateVectors()) {
      return message;
    }
    Optional<List<WindowVector>> vectors = WindowVectors.await(pending, LATE_VECTORS);
    return vectors.isEmpty() ? message : raise(message, vectors.get());
  }

  private Message raise(Message message, List<WindowVector> vectors) {
    return transactions.durable(() -> {
      Subject subject = subjects.get(message.subjectId());
      subjects.lock(subject.id());
      TriageDecision before = message.decision().orElseThrow();
      TriageDecision after = screening.withMeaning(message, vectors);
      messages.raise(subject, message.id(), after);
      Message raised = messages.find(message.id()).orElseThrow();
      if (after.level().compareTo(before.level()) > 0) {
        escalations.openOrRaise(subject, raised, after, false);
      }
      return raised;
    });
  }
}
