package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.turn.Turn;
import org.healthassistant.assistant.turn.TurnBudget;
import org.healthassistant.assistant.words.PatientWords;
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
  private final Conversations conversations;
  private final PatientWords words;
  private final Caregivers caregivers;

  TranscriptView(
      Replies replies,
      Messages messages,
      Conversations conversations,
      PatientWords words,
      Caregivers caregivers,
      TurnBudget budget,
      JsonMapper json) {
    this.conversations = conversations;
    this.words = words;
    this.caregivers = caregivers;
    this.replies = replies;
    this.messages = messages;
    this.budget = budget;
    this.json = json;
  }

  /// The messages in their order; what belongs to them is read at once.
  List<Line> lines(List<Message> listed) {
    Map<String, Reply> turns = replies.ofReplyMessages(listed.stream()
        .filter(message -> message.author() == Author.ASSISTANT)
        .map(Message::id)
        .toList());
    return listed.stream()
        .map(message -> line(message, Optional.ofNullable(turns.get(message.id()))))
        .toList();
  }

  private Line line(Message message, Optional<Reply> reply) {
    Optional<JsonNode> turn =
        reply.map(Reply::turn).filter(kept -> !kept.isEmpty()).map(json::readTree);
    return new Line(
        message.id(),
        message.author().code(),
        writer(message),
        text(message),
        at(message.at()),
        message.seenAt().map(TranscriptView::at).orElse(null),
        turn.orElse(null));
  }

  /// Who wrote it for the patient, for people; null: the patient, or nobody of people.
  private @Nullable String writer(Message message) {
    return message.author() != Author.PATIENT
        ? null
        : message
            .authorId()
            .flatMap(person -> caregivers.named(
                message.subjectId(),
                person,
                conversations.get(message.conversationId()).language()))
            .orElse(null);
  }

  private String text(Message message) {
    return message.text().equals(Sealing.UNREADABLE)
        ? words.say(
            "transcript.unreadable", conversations.get(message.conversationId()).language())
        : message.text();
  }

  /// The ids of those that came later than the time in which a reply is made: who asked was told
  /// to wait. Read at once for all.
  ///
  /// @param lines as [#lines] gave them
  Set<String> late(List<Line> lines) {
    Map<String, Instant> asked =
        messages.times(lines.stream().flatMap(line -> line.asked().stream()).toList());
    return lines.stream()
        .filter(line -> line.asked()
            .map(asked::get)
            .filter(since -> line.written().isAfter(since.plus(budget.length())))
            .isPresent())
        .map(Line::id)
        .collect(Collectors.toSet());
  }

  static String at(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /// @param author `patient`, `assistant` or `provider`
  /// @param writtenBy who wrote it for the patient, as `Ana Diaz, mother of Maria Lopez`; only
  ///     where somebody did
  /// @param turn of the assistant's messages
  @Schema(name = "TranscriptMessage")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String id,
      String author,
      @Nullable String writtenBy,
      String text,
      String at,
      @Nullable String seenAt,
      @Schema(implementation = Turn.class) @Nullable JsonNode turn) {

    /// The id of the message that it answers; empty for what is no reply.
    private Optional<String> asked() {
      return Optional.ofNullable(turn).map(reply -> reply.path("messageId").asString(""));
    }

    private Instant written() {
      return OffsetDateTime.parse(at).toInstant();
    }

    @Override
    public String toString() {
      return "Line[" + id + ", [REDACTED]]";
    }
  }
}
