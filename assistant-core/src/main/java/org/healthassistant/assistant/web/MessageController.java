package org.healthassistant.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Inbound;
import org.healthassistant.assistant.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// A patient's message, answered as a whole Turn or as a stream of its sentences; and the button
/// "Talk to a person", which is a message too.
@RestController
class MessageController {

  /// Ids of clients are kept and compared; a NUL cannot be.
  static final String ID = "[^\\p{Cntrl}]*";

  static final String ID_RULE = "must hold no control characters";

  private static final Logger log = LoggerFactory.getLogger(MessageController.class);

  private final Patients patients;
  private final Corridor corridor;
  private final TurnStream stream;
  private final PersonRequest personRequest;

  MessageController(
      Patients patients, Corridor corridor, TurnStream stream, PersonRequest personRequest) {
    this.patients = patients;
    this.corridor = corridor;
    this.stream = stream;
    this.personRequest = personRequest;
  }

  @PostMapping(
      path = "/api/v1/conversations/{id}/messages",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "sendMessage",
      summary = "Sends a message; the answer is the whole Turn, or with `Accept:"
          + " text/event-stream` its events `triage`, `sentence`, `done` or `problem`")
  @Refuses({
    ProblemCode.EMPTY_TEXT,
    ProblemCode.CONSENT_REQUIRED,
    ProblemCode.TOO_FAST,
    ProblemCode.OTHER_TEXT,
    ProblemCode.BUSY,
    ProblemCode.STILL_WORKING
  })
  Turn send(Caller caller, @PathVariable String id, @Valid @RequestBody Send body) {
    Accepted.Stored stored = accept(caller, id, body);
    return complete(stored);
  }

  @PostMapping(
      path = "/api/v1/conversations/{id}/messages",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @Operation(
      operationId = "sendMessage",
      summary = "Sends a message; the answer is the whole Turn, or with `Accept:"
          + " text/event-stream` its events `triage`, `sentence`, `done` or `problem`")
  @Refuses({
    ProblemCode.EMPTY_TEXT,
    ProblemCode.CONSENT_REQUIRED,
    ProblemCode.TOO_FAST,
    ProblemCode.OTHER_TEXT,
    ProblemCode.BUSY,
    ProblemCode.STILL_WORKING
  })
  void sendStreaming(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody Send body,
      HttpServletResponse response) {
    stream.write(accept(caller, id, body), response);
  }

  @PostMapping("/api/v1/conversations/{id}/human")
  @ApiResponse(
      responseCode = "200",
      description = "The words were urgent: `turn` is what to read",
      content = @Content(schema = @Schema(implementation = UrgentWords.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It is in the inbox",
      content = @Content(schema = @Schema(implementation = PersonRequest.Asked.class)))
  @Operation(operationId = "askForPerson", summary = "Asks for a person")
  @Refuses({
    ProblemCode.EMPTY_TEXT,
    ProblemCode.CONSENT_REQUIRED,
    ProblemCode.TOO_FAST,
    ProblemCode.OTHER_TEXT,
    ProblemCode.BUSY,
    ProblemCode.STILL_WORKING,
    ProblemCode.INVALID_IDEMPOTENCY_KEY
  })
  ResponseEntity<Record> human(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody(required = false) @Nullable Human body) {
    Conversation conversation = patients.conversationToWrite(caller, id);
    String text =
        personRequest.text(conversation.language(), Optional.ofNullable(body).map(Human::reason));
    Accepted.Stored stored = stored(corridor.accept(
        new Inbound.Web(caller.id(), caller.actingFor(), id, text, personRequest.key(key), true)));
    Turn turn = complete(stored);
    return personRequest.urgent(turn)
        ? ResponseEntity.ok(new UrgentWords(turn))
        : ResponseEntity.accepted().body(new PersonRequest.Asked(turn.escalation()));
  }

  private Accepted.Stored accept(Caller caller, String id, Send body) {
    patients.conversationToWrite(caller, id);
    return stored(corridor.accept(new Inbound.Web(
        caller.id(),
        caller.actingFor(),
        id,
        body.text(),
        Optional.ofNullable(body.clientMessageId()),
        false)));
  }

  /// A message that is stored is safe, whatever becomes of its reply now: the reply task makes
  /// it.
  private Optional<Turn> completed(String messageId) {
    try {
      return corridor.complete(messageId);
    } catch (RuntimeException failed) {
      log.error(
          "WB-003: the reply to message {} could not be made now; its task will make it: {}",
          messageId,
          failed.getClass().getName());
      return Optional.empty();
    }
  }

  private Turn complete(Accepted.Stored stored) {
    return stored
        .done()
        .or(() -> completed(stored.messageId()))
        .orElseThrow(() -> new ApiProblem(
            ProblemCode.STILL_WORKING,
            "Your message is safe and the reply is being made. Ask again with the same"
                + " clientMessageId.",
            Map.of("Retry-After", "2")));
  }

  /// What was stored.
  ///
  /// @throws ApiProblem that tells why nothing was
  static Accepted.Stored stored(Accepted accepted) {
    return switch (accepted) {
      case Accepted.Stored stored -> stored;
      case Accepted.Heard heard -> throw new IllegalStateException("a message is no note");
      case Accepted.NoConversation none -> throw ApiProblem.notFound("conversation");
      case Accepted.OtherText other ->
        throw new ApiProblem(
            ProblemCode.OTHER_TEXT, "This clientMessageId was used before for another text.");
      case Accepted.Busy busy ->
        throw new ApiProblem(
            ProblemCode.BUSY,
            "More messages come in than can be taken. This one was not taken; send it again.",
            Map.of("Retry-After", String.valueOf(busy.retryAfter().toSeconds())));
      case Accepted.Refused refused -> throw refusal(refused);
    };
  }

  private static ApiProblem refusal(Accepted.Refused refused) {
    return switch (refused.reason()) {
      case EMPTY -> new ApiProblem(ProblemCode.EMPTY_TEXT, "'text' must hold some words.");
      case TOO_LONG ->
        new ApiProblem(ProblemCode.TOO_LONG, "A message can have 4000 characters at most.");
      case NO_CONSENT ->
        new ApiProblem(
            ProblemCode.CONSENT_REQUIRED,
            "The patient has not agreed to chat, or not to this caregiver; PUT /me/consents with"
                + " purpose 'chat'.");
      case TOO_FAST ->
        new ApiProblem(
            ProblemCode.TOO_FAST,
            "Too many messages in a minute.",
            Map.of(
                "Retry-After",
                String.valueOf(1 + refused.retryAfter().map(Duration::toSeconds).orElse(0L))));
    };
  }

  /// What is answered where words beside a conversation, such as a reason or a comment, are
  /// urgent.
  ///
  /// @param turn what to read
  record UrgentWords(Turn turn) {}

  record Send(
      @NotNull String text,

      @Nullable @Size(min = 1, max = 128) @Pattern(regexp = ID, message = ID_RULE)
      String clientMessageId) {
    @Override
    public String toString() {
      return "Send[REDACTED]";
    }
  }

  record Human(@Nullable String reason) {
    @Override
    public String toString() {
      return "Human[REDACTED]";
    }
  }
}
