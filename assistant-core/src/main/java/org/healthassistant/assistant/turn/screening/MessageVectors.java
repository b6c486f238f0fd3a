package org.healthassistant.assistant.turn.screening;

import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.PendingVectors;
import org.springframework.stereotype.Component;

/// Begins the vectors of messages, and keeps those of accepted ones until they are replied to.
/// Safe from any thread.
@Component
public class MessageVectors {

  private final Library library;
  private final Messages messages;
  private final PendingVectorCache kept = new PendingVectorCache();

  /// @param library takes the vectors
  public MessageVectors(Library library, Messages messages) {
    this.library = library;
    this.messages = messages;
  }

  /// Begins to take the vectors of a text and returns at once.
  public PendingVectors begin(String text) {
    return library.begin(text);
  }

  /// Keeps the vectors of a message for its reply; those that failed are of no use to anybody.
  public void keep(String messageId, PendingVectors pending) {
    if (!pending.failed()) {
      kept.put(messageId, pending);
    }
  }

  /// A stored message with its vectors: those kept, else such as are begun now.
  ///
  /// @throws IllegalArgumentException if there is no such message
  public Begun find(String messageId) {
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    return new Begun(message, kept.take(messageId).orElseGet(() -> begin(message.text())));
  }

  /// A message and its vectors, which may still be on their way.
  public record Begun(Message message, PendingVectors vectors) {}
}
