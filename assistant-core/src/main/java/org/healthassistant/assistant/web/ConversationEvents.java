package org.healthassistant.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.TokenExpiry;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What happens in a conversation, as it happens: `message`, `handoff`, `turn`. The stream is a
/// cursor over the transcript and resumes after `Last-Event-ID`; it ends when the token does.
@RestController
class ConversationEvents {

  private static final int BATCH = 100;

  private final Patients patients;
  private final Conversations conversations;
  private final Messages messages;
  private final ConversationState state;
  private final TranscriptView transcript;
  private final TokenExpiry tokenExpiry;
  private final EventStreams streams;
  private final JsonMapper json;

  ConversationEvents(
      Patients patients,
      Conversations conversations,
      Messages messages,
      ConversationState state,
      TranscriptView transcript,
      TokenExpiry tokenExpiry,
      EventStreams streams,
      JsonMapper json) {
    this.patients = patients;
    this.conversations = conversations;
    this.messages = messages;
    this.state = state;
    this.transcript = transcript;
    this.tokenExpiry = tokenExpiry;
    this.streams = streams;
    this.json = json;
  }

  @GetMapping("/api/v1/conversations/{id}/events")
  @ApiResponse(
      responseCode = "200",
      description = "The stream; it ends when the token does",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @Operation(
      operationId = "streamConversation",
      summary = "Events `message`, `handoff` and `turn` of a conversation as they"
          + " happen; resumes from `Last-Event-ID`")
  @Refuses({ProblemCode.TOO_MANY_STREAMS, ProblemCode.BUSY})
  void stream(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response) {
    Conversation conversation = patients.conversation(caller, id);
    streams.serve(
        response,
        conversation.subjectId(),
        conversation.id(),
        tokenExpiry.find(),
        () -> patients.mayRead(caller, conversation),
        new Cursor(conversation.id(), position(conversation, lastEventId)));
  }

  private long position(Conversation conversation, @Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isEmpty()) {
      return messages.lastSeq(conversation.id());
    }
    return messages
        .find(lastEventId)
        .filter(m -> m.conversationId().equals(conversation.id()))
        .map(Message::seq)
        .orElseThrow(() -> ApiProblem.notFound("message"));
  }

  /// One reader's place in the transcript.
  private final class Cursor implements EventStreams.Source {
    private final String id;
    private long position;
    private ConversationState.@Nullable Partner told;

    Cursor(String id, long position) {
      this.id = id;
      this.position = position;
    }

    @Override
    public boolean poll(EventSink sink) throws IOException {
      List<Message> fresh = messages.after(id, position, BATCH);
      List<TranscriptView.Line> lines = transcript.lines(fresh);
      Set<String> late = transcript.late(lines);
      for (int i = 0; i < fresh.size(); i++) {
        Message message = fresh.get(i);
        TranscriptView.Line line = lines.get(i);
        sink.event("message", message.id(), json.writeValueAsString(line));
        if (line.turn() != null && late.contains(message.id())) {
          sink.event("turn", json.writeValueAsString(line.turn()));
        }
        position = message.seq();
      }
      ConversationState.Partner now = state.find(conversations.get(id));
      if (now == told) {
        return !fresh.isEmpty();
      }
      told = now;
      sink.event("handoff", json.writeValueAsString(Map.of("state", now)));
      return true;
    }
  }
}
