package org.healthassistant.assistant.turn.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.PendingText;
import org.healthassistant.assistant.safety.ReadingUnit;
import org.healthassistant.assistant.safety.ScreenedText;
import org.springframework.stereotype.Component;

/// Begins to read the meaning of messages, and keeps what was begun for accepted ones until they
/// are replied to. Safe from any thread.
@Component
public class MessageReadings {

  /// A message about to be stored has no id yet.
  private static final String NEW = "new";

  private final Library library;
  private final Messages messages;
  private final MessageScreen screening;
  private final PendingReadingCache kept = new PendingReadingCache();

  /// @param library reads
  public MessageReadings(Library library, Messages messages, MessageScreen screening) {
    this.library = library;
    this.messages = messages;
    this.screening = screening;
  }

  /// Begins to read a text that is not stored yet, and returns when it is cut into its parts.
  ///
  /// @param place where it will stand; empty: its writer is not known yet
  public PendingReading begin(Optional<MessagePlace> place, String text, Instant at) {
    ScreenedText message = new ScreenedText(NEW, text);
    return begin(
        message, place.map(there -> screening.earlier(there, NEW, at).here()).orElse(List.of()));
  }

  /// Begins to read a stored message anew.
  public PendingReading begin(Message message) {
    return begin(
        new ScreenedText(message.id(), message.text()),
        screening.earlier(MessagePlace.of(message), message.id(), message.at()).here());
  }

  /// Begins to read a text behind others. Never throws for what they say: a text that cannot be
  /// cut into its parts gives a reading that has failed.
  ///
  /// @param context earlier messages, oldest first
  public PendingReading begin(ScreenedText message, List<ScreenedText> context) {
    Optional<List<ReadingUnit>> units = screening.units(message, context);
    List<ReadingUnit> cut = units.orElse(List.of());
    return new PendingReading(
        library.begin(message.text(), PendingReading.texts(cut), PendingReading.whole(cut)),
        units,
        context.stream().map(ScreenedText::id).toList());
  }

  /// Begins to take the vectors of a text as a question, whose meaning is read already.
  public PendingText beginQuestion(String text) {
    PendingText begun = library.begin(text);
    begun.beginQuestion();
    return begun;
  }

  /// Keeps what was begun for a message until its reply is made; what failed is of no use to
  /// anybody.
  public void keep(String messageId, PendingReading pending) {
    if (!pending.failed()) {
      kept.put(messageId, pending);
    }
  }

  /// A stored message with what was begun for it: what is kept, else such as is begun now.
  ///
  /// @throws IllegalArgumentException if there is no such message
  public Begun find(String messageId) {
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    return new Begun(message, kept.take(messageId).orElseGet(() -> begin(message)));
  }

  /// A message and its reading, which may still be under way.
  public record Begun(Message message, PendingReading reading) {}
}
