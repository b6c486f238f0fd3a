package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.TokenExpiry;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.WakeUps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What happens in a conversation, as it happens: `message`, `handoff`, `turn`. The stream is a
/// cursor over the transcript and resumes after `Last-Event-ID`; it ends when the token does.
@RestController
class ConversationEvents {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int BATCH = 100;

  private final Patients patients;
  private final Conversations conversations;
  private final Messages messages;
  private final ConversationState state;
  private final TranscriptView transcript;
  private final TokenExpiry tokenExpiry;
  private final WakeUps wakeUps;
  private final RealClock clock;
  private final JsonMapper json;
  private volatile boolean closing;

  ConversationEvents(
      Patients patients,
      Conversations conversations,
      Messages messages,
      ConversationState state,
      TranscriptView transcript,
      TokenExpiry tokenExpiry,
      WakeUps wakeUps,
      RealClock clock,
      JsonMapper json) {
    this.patients = patients;
    this.conversations = conversations;
    this.messages = messages;
    this.state = state;
    this.transcript = transcript;
    this.tokenExpiry = tokenExpiry;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.json = json;
  }

  @EventListener
  void close(ContextClosedEvent event) {
    closing = true;
  }

  @GetMapping("/api/v1/conversations/{id}/events")
  void stream(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestHeader(name = "Authorization", required = false) @Nullable String bearer,
      HttpServletResponse response)
      throws IOException {
    Conversation conversation = patients.conversation(caller, id);
    long position = position(conversation, lastEventId);
    EventWriter events = new EventWriter(response, json);
    wakeUps.join(id);
    try {
      follow(
          conversation.id(),
          position,
          tokenExpiry.of(java.util.Optional.ofNullable(bearer)),
          events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      wakeUps.leave(id);
    }
  }

  private void follow(String id, long from, Instant end, EventWriter events)
      throws InterruptedException {
    long position = from;
    String lastState = "";
    Instant nextHeartbeat = clock.instant().plus(HEARTBEAT);
    while (events.open() && !closing && clock.instant().isBefore(end)) {
      long ticket = wakeUps.ticket(id);
      for (Message message : messages.after(id, position, BATCH)) {
        events.send("message", message.id(), transcript.line(message));
        position = message.seq();
      }
      String now = state.of(conversations.get(id));
      if (!now.equals(lastState)) {
        events.send("handoff", null, Map.of("state", now));
        lastState = now;
      }
      while (!wakeUps.await(id, ticket, LOOK) && !closing) {
        if (!clock.instant().isBefore(nextHeartbeat)) {
          events.heartbeat();
          nextHeartbeat = clock.instant().plus(HEARTBEAT);
          break;
        }
      }
    }
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
}
