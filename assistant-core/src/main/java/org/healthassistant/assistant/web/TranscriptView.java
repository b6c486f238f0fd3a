package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.turn.TurnBudget;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages as the API gives them.
@Component
class TranscriptView {

  private final Replies replies;
  private final Messages messages;
  private final TurnBudget budget;
  private final JsonMapper json;

  TranscriptView(Replies replies, Messages messages, TurnBudget budget, JsonMapper json) {
    this.replies = replies;
    this.messages = messages;
    this.budget = budget;
    this.json = json;
  }

  Line line(Message message) {
    Optional<JsonNode> turn = message.author() == Author.ASSISTANT
        ? replies.ofReplyMessage(message.id()).map(Reply::turn).map(json::readTree)
        : Optional.empty();
    return new Line(
        message.id(),
        message.author().code(),
        message.text(),
        at(message.at()),
        message.seenAt().map(TranscriptView::at).orElse(null),
        turn.orElse(null));
  }

  /// Whether a reply came later than the time in which one is made: who asked was told to wait.
  boolean isLate(Message message) {
    return replies
        .ofReplyMessage(message.id())
        .flatMap(reply -> messages.find(reply.messageId()))
        .filter(asked -> message.at().isAfter(asked.at().plus(budget.length())))
        .isPresent();
  }

  static String at(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /// @param author `patient`, `assistant` or `provider`
  /// @param turn of the assistant's messages
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String id,
      String author,
      String text,
      String at,
      @Nullable String seenAt,
      @Nullable JsonNode turn) {

    @Override
    public String toString() {
      return "Line[" + id + ", [REDACTED]]";
    }
  }
}
