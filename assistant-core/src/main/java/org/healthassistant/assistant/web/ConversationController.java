package org.healthassistant.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
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

  private static final int MOST_AT_ONCE = 200;

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
  @ApiResponse(
      responseCode = "201",
      description = "The conversation has begun",
      useReturnTypeSchema = true)
  @Operation(operationId = "beginConversation", summary = "Begins a conversation")
  @Refuses(ProblemCode.TOO_MANY)
  ResponseEntity<Begun> begin(Caller caller, @RequestBody(required = false) @Nullable Begin body) {
    if (body != null && body.channel() != null && !body.channel().equals("web")) {
      throw new ApiProblem(ProblemCode.INVALID_REQUEST, "'channel' can only be 'web' here.");
    }
    var subject = patients.subject(caller);
    Language language =
        greeting.language(subject.id(), Optional.ofNullable(body).map(Begin::language));
    Conversation begun = conversations
        .beginAsked(subject.id(), language, caller.actingFor())
        .orElseThrow(() -> new ApiProblem(
            ProblemCode.TOO_MANY,
            "Too many conversations were begun, in one day or in all; write in one of those."));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Begun(
            begun.id(),
            language,
            greeting.words(subject.id(), caller, language),
            greeting.disclosure(language),
            greeting.suggestions(subject.id(), caller, language)));
  }

  @GetMapping
  @Operation(
      operationId = "listConversations",
      summary = "The patient's own conversations, newest first")
  Listed list(Caller caller) {
    String subject = patients.subject(caller).id();
    Map<String, Integer> unread = messages.unread(subject);
    Function<Conversation, ConversationState.Partner> partner = state.ofPatient(subject);
    return new Listed(conversations.ofSubject(subject).stream()
        .filter(c -> c.channel() == Channel.WEB && patients.mayRead(caller, c))
        .map(c -> new Item(
            c.id(),
            TranscriptView.at(c.startedAt()),
            TranscriptView.at(c.lastAt()),
            unread.getOrDefault(c.id(), 0),
            partner.apply(c)))
        .toList());
  }

  @GetMapping("/{id}/messages")
  @Operation(
      operationId = "readTranscript",
      summary = "The transcript, oldest first, after the message with the id `after`")
  Transcript read(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST_AT_ONCE)) {
      throw new ApiProblem(
          ProblemCode.INVALID_REQUEST, "'limit' is from 1 to " + MOST_AT_ONCE + ".");
    }
    Conversation conversation = patients.conversation(caller, id);
    long seq = after == null || after.isEmpty() ? 0 : seq(conversation, after);
    int most = limit == null ? Integer.MAX_VALUE - 1 : limit;
    List<Message> found = messages.after(conversation.id(), seq, most + 1);
    boolean more = found.size() > most;
    return new Transcript(transcript.lines(more ? found.subList(0, most) : found), more);
  }

  @PostMapping("/{id}/seen")
  @ApiResponse(responseCode = "204", description = "Kept")
  @Operation(
      operationId = "markSeen",
      summary = "Marks messages as seen, up to one; only by whom they are written to")
  @Refuses(ProblemCode.TOO_FAST)
  ResponseEntity<Void> seen(Caller caller, @PathVariable String id, @Valid @RequestBody Seen body) {
    patients.changes(caller);
    Conversation conversation = patients.conversation(caller, id);
    long upTo = seq(conversation, body.upTo());
    if (conversation.caregiver().equals(caller.actingFor())) {
      messages.seen(conversation.id(), upTo);
      escalations.repliesSeen(conversation.subjectId());
    }
    actors.appendByProxy(
        caller,
        conversation.subjectId(),
        "messages-seen",
        new Audit.ObjectRef("conversation", conversation.id()));
    return ResponseEntity.noContent().build();
  }

  private long seq(Conversation conversation, String messageId) {
    if (!messageId.matches(MessageController.ID)) {
      throw new ApiProblem(ProblemCode.INVALID_REQUEST, "An id " + MessageController.ID_RULE + ".");
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

  /// @param more whether others come after the last of these, to be asked for by `after`; only
  ///     where a `limit` was asked for, else these are all
  record Transcript(List<TranscriptView.Line> messages, boolean more) {}

  record Seen(@NotBlank String upTo) {}
}
