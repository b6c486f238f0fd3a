package org.healthassistant.assistant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Conversations of the calling patient: begin, list, read, mark as seen.
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

  /// Of one patient; every list of conversations holds them all.
  private static final int MOST_A_DAY = 500;

  private final Patients patients;
  private final Conversations conversations;
  private final Messages messages;
  private final ConversationState state;
  private final TranscriptView transcript;
  private final Greeting greeting;
  private final Escalations escalations;
  private final ActorAudit actors;

  ConversationController(
      Patients patients,
      Conversations conversations,
      Messages messages,
      ConversationState state,
      TranscriptView transcript,
      Greeting greeting,
      Escalations escalations,
      ActorAudit actors) {
    this.patients = patients;
    this.conversations = conversations;
    this.messages = messages;
    this.state = state;
    this.transcript = transcript;
    this.greeting = greeting;
    this.escalations = escalations;
    this.actors = actors;
  }

  @PostMapping
  ResponseEntity<Begun> begin(Caller caller, @RequestBody(required = false) @Nullable Begin body) {
    if (body != null && body.channel() != null && !body.channel().equals("web")) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "invalid-request", "'channel' can only be 'web' here.");
    }
    var subject = patients.subject(caller);
    if (conversations.begunWithin(subject.id(), Duration.ofDays(1)) >= MOST_A_DAY) {
      throw new ApiProblem(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many",
          "Too many conversations were begun in one day; write in one of those.");
    }
    Language language =
        greeting.language(subject.id(), Optional.ofNullable(body).map(Begin::language));
    Conversation begun = conversations.beginWeb(subject.id(), language);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Begun(
            begun.id(),
            language,
            greeting.words(subject.id(), language),
            greeting.disclosure(language),
            greeting.suggestions(language)));
  }

  @GetMapping
  Listed list(Caller caller) {
    return new Listed(conversations.ofSubject(patients.subject(caller).id()).stream()
        .filter(c -> c.channel() == Channel.WEB)
        .map(c -> new Item(
            c.id(),
            TranscriptView.at(c.startedAt()),
            TranscriptView.at(c.lastAt()),
            messages.unread(c.id()),
            state.find(c)))
        .toList());
  }

  @GetMapping("/{id}/messages")
  Transcript read(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after) {
    Conversation conversation = patients.conversation(caller, id);
    long seq = after == null || after.isEmpty() ? 0 : seq(conversation, after);
    return new Transcript(messages.after(conversation.id(), seq, Integer.MAX_VALUE).stream()
        .map(transcript::line)
        .toList());
  }

  @PostMapping("/{id}/seen")
  ResponseEntity<Void> seen(Caller caller, @PathVariable String id, @Valid @RequestBody Seen body) {
    Conversation conversation = patients.conversation(caller, id);
    messages.seen(conversation.id(), seq(conversation, body.upTo()));
    escalations.repliesSeen(conversation.subjectId());
    actors.appendByProxy(
        caller,
        conversation.subjectId(),
        "messages-seen",
        new Audit.ObjectRef("conversation", conversation.id()));
    return ResponseEntity.noContent().build();
  }

  private long seq(Conversation conversation, String messageId) {
    if (!messageId.matches(MessageController.ID)) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "invalid-request", "An id " + MessageController.ID_RULE + ".");
    }
    return messages
        .find(messageId)
        .filter(m -> m.conversationId().equals(conversation.id()))
        .map(Message::seq)
        .orElseThrow(() -> ApiProblem.notFound("message"));
  }

  record Begin(@Nullable String language, @Nullable String channel) {}

  record Begun(
      String id, Language language, String greeting, String disclosure, List<String> suggestions) {}

  record Listed(List<Item> conversations) {}

  record Item(
      String id, String startedAt, String lastAt, int unread, ConversationState.Partner state) {}

  record Transcript(List<TranscriptView.Line> messages) {}

  record Seen(@NotBlank String upTo) {}
}
