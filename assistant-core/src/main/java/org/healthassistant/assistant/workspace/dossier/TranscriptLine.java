package org.healthassistant.assistant.workspace.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Message;
import org.jspecify.annotations.Nullable;

/// One message as the care team reads it.
///
/// @param authorName the provider's name; null for patient and assistant
/// @param seenAt when its reader saw it; null: not seen, or not known
/// @param delivery where it is on the way to a phone; null by web
/// @param level what the screen made of this message alone; patients' messages only
/// @param marks what the screen saw in it, in whatever message's decision it counted
/// @param trigger whether it set the escalation's level
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptLine(
    String id,
    String conversation,
    String channel,
    String author,
    @Nullable String authorName,
    String text,
    Instant at,
    @Nullable Instant seenAt,
    @Nullable String delivery,
    @Nullable String level,
    List<Highlight> marks,
    boolean trigger) {

  public TranscriptLine {
    marks = List.copyOf(marks);
  }

  static TranscriptLine of(
      Message message, @Nullable String authorName, List<Highlight> marks, boolean trigger) {
    return new TranscriptLine(
        message.id(),
        message.conversationId(),
        message.channel().code(),
        message.author().code(),
        authorName,
        message.text(),
        message.at(),
        message.seenAt().orElse(null),
        message.delivery().orElse(null),
        message.decision().map(d -> d.level().name()).orElse(null),
        marks,
        trigger);
  }

  public boolean isOf(Author who) {
    return author.equals(who.code());
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
