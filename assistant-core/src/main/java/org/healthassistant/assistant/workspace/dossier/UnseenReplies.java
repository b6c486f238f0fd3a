package org.healthassistant.assistant.workspace.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.history.WrittenReplies;
import org.healthassistant.assistant.escalation.history.WrittenReply;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.workspace.frame.WorkspaceSettings;
import org.springframework.stereotype.Component;

/// Finds replies of providers that the patient has not seen for so long that somebody has to
/// call.
///
/// A reply waits until it was seen, until the patient has written again in its conversation, or
/// until contact was made otherwise. A text on a phone is never known to be seen, so it waits for
/// an answer. Reads times and ids alone, no words.
@Component
public class UnseenReplies {

  private final WrittenReplies replies;
  private final Messages messages;
  private final WorkspaceSettings settings;
  private final RealClock clock;

  UnseenReplies(
      WrittenReplies replies, Messages messages, WorkspaceSettings settings, RealClock clock) {
    this.replies = replies;
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  /// The unresolved escalations that ask for a call now, each with when its oldest unseen reply
  /// was written.
  public Map<String, Instant> overdue() {
    return overdue(replies.ofOpen());
  }

  /// When the oldest unseen reply of an escalation was written, if it asks for a call now.
  public Optional<Instant> overdueOf(String escalationId) {
    return Optional.ofNullable(overdue(replies.ofOpen(escalationId)).get(escalationId));
  }

  private Map<String, Instant> overdue(List<WrittenReply> written) {
    Instant now = clock.instant();
    Map<String, Instant> unanswered =
        messages.unanswered(written.stream().map(WrittenReply::messageId).toList());
    Map<String, Instant> found = new HashMap<>();
    for (WrittenReply reply : written) {
      Instant at = unanswered.get(reply.messageId());
      if (at != null
          && reply.contactedAt().filter(contact -> !contact.isBefore(at)).isEmpty()
          && settings.asksForCall(reply.level(), at, now)) {
        found.merge(reply.escalationId(), at, (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return Map.copyOf(found);
  }
}
