package org.healthassistant.assistant.workspace.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.delivery.SendState;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.jspecify.annotations.Nullable;

/// One message as the care team reads it.
///
/// @param authorName the provider's name, or who wrote for the patient and what they are to them;
///     null for patient and assistant
/// @param seenAt when its reader saw it; null: not seen, or not known
/// @param delivery where it is on the way to a phone; null by web
/// @param level what the screen made of this message alone; patients' messages only
/// @param marks what the screen saw in it, in whatever message's decision it counted
/// @param trigger whether it set the escalation's level
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptLine(
    String id,
    String conversation,
    Channel channel,
    Author author,
    @Nullable String authorName,
    String text,
    Instant at,
    @Nullable Instant seenAt,
    @Nullable SendState delivery,
    @Nullable Level level,
    List<Highlight> marks,
    boolean trigger) {

  /// Copies the marks.
  public TranscriptLine {
    marks = List.copyOf(marks);
  }

  static TranscriptLine read(
      Message message,
      String text,
      @Nullable String authorName,
      List<Highlight> marks,
      boolean trigger) {
    return new TranscriptLine(
        message.id(),
        message.conversationId(),
        message.channel(),
        message.author(),
        authorName,
        text,
        message.at(),
        message.seenAt().orElse(null),
        message.delivery().map(SendState::valueOf).orElse(null),
        message.decision().map(TriageDecision::level).orElse(null),
        marks,
        trigger);
  }

  /// Whether that one wrote it.
  public boolean isOf(Author who) {
    return author == who;
  }

  /// The text cut at its marks, for highlighting.
  public List<HighlightedText> pieces() {
    return HighlightedText.cut(text, marks);
  }

  @Override
  public String toString() {
    return "TranscriptLine[" + id + ", REDACTED]";
  }
}
