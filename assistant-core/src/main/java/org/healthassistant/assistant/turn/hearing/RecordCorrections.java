package org.healthassistant.assistant.turn.hearing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.record.CorrectionWords;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.database.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hears that something of the record is wrong, and puts it before the care team at `ROUTINE`:
/// what was shown, beside the patient's words. The record itself stays as it is.
@Component
public class RecordCorrections {

  private static final String RULE = "record-correction";
  private static final String CATEGORY = "routine";
  private static final Duration JUST_SHOWN = Duration.ofMinutes(30);
  private static final int LOOK_BACK = 6;

  private final Messages messages;
  private final Replies replies;
  private final StoredJson json;

  RecordCorrections(Messages messages, Replies replies, StoredJson json) {
    this.json = json;
    this.messages = messages;
    this.replies = replies;
  }

  /// Whether a message was heard as one.
  public static boolean isIt(TriageDecision decision) {
    return decision.findings().stream().anyMatch(finding -> finding.rule().equals(RULE));
  }

  /// The decision on a message about to be stored, raised where it says that what was shown last
  /// of the record is wrong, or that the record is.
  public TriageDecision raised(
      Conversation conversation, ScreenedText text, TriageDecision decision, Instant now) {
    boolean named = CorrectionWords.namesRecord(text.text());
    if (!named && !CorrectionWords.isSaid(text.text())) {
      return decision;
    }
    List<Shown> shown = shown(conversation, now);
    return shown.isEmpty() && !named
        ? decision
        : decision.raisedBy(new Finding(
            RULE,
            CATEGORY,
            Level.ROUTINE,
            text.id(),
            0,
            text.text().length(),
            explanation(shown),
            false));
  }

  /// What the last reply of the conversation told of the record.
  private List<Shown> shown(Conversation conversation, Instant now) {
    Optional<Message> last =
        messages
            .recentOfPatient(conversation.subjectId(), now.minus(JUST_SHOWN), now, LOOK_BACK)
            .stream()
            .filter(message -> message.conversationId().equals(conversation.id()))
            .reduce((one, later) -> later);
    return last
        .flatMap(message -> replies.find(message.id(), Reply.Purpose.ANSWER))
        .map(reply -> json.read(reply.turn(), ShownTurn.class).citations())
        .stream()
        .flatMap(List::stream)
        .filter(citation -> citation.resource() != null)
        .toList();
  }

  private static String explanation(List<Shown> shown) {
    return "The patient says that the record is wrong. "
        + (shown.isEmpty()
            ? "Nothing of it had just been shown."
            : "Shown just before: "
                + shown.stream().map(RecordCorrections::item).collect(Collectors.joining("; "))
                + ".");
  }

  private static String item(Shown item) {
    String date = item.date() == null ? "" : ", " + item.date();
    return item.label() + " " + item.snippet() + date + " (" + item.resource() + ")";
  }

  /// What of a turn is read here.
  private record ShownTurn(List<Shown> citations) {}

  /// A citation; of an item of the record where it has a resource.
  private record Shown(
      @Nullable String resource,
      @Nullable String label,
      @Nullable String date,
      @Nullable String snippet) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
