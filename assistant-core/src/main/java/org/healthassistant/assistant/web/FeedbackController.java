package org.healthassistant.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Feedback;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Inbound;
import org.healthassistant.assistant.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the patient thinks of a reply. Its free text goes through the corridor as a note: at
/// `SAME_DAY` or above it is a message and answered as a Turn, below it is kept with the rating
/// alone. That a reply was wrong or unsafe is always put into the inbox.
@RestController
class FeedbackController {

  /// Of one patient in a day; who rates more rates no replies.
  private static final int MOST_A_DAY = 500;

  /// How the widget, and people, name what was wrong with a reply.
  private static final java.util.regex.Pattern HARM = java.util.regex.Pattern.compile(
      "unsafe|not safe|wrong|danger|harm|incorrect|insegur|peligro|equivocad|incorrecto",
      java.util.regex.Pattern.CASE_INSENSITIVE);

  private final Patients patients;
  private final Messages messages;
  private final Feedback feedback;
  private final Corridor corridor;
  private final Greeting wording;
  private final KeyedHash hash;
  private final ActorAudit actors;

  FeedbackController(
      Patients patients,
      Messages messages,
      Feedback feedback,
      Corridor corridor,
      Greeting wording,
      KeyedHash hash,
      ActorAudit actors) {
    this.patients = patients;
    this.messages = messages;
    this.feedback = feedback;
    this.corridor = corridor;
    this.wording = wording;
    this.hash = hash;
    this.actors = actors;
  }

  @PostMapping("/api/v1/messages/{id}/feedback")
  @ApiResponse(
      responseCode = "200",
      description = "Its words were urgent: `turn` is what to read",
      content = @Content(schema = @Schema(implementation = MessageController.UrgentWords.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Its words are kept as a message, whose reply is being made",
      content = @Content)
  @ApiResponse(responseCode = "204", description = "Kept", content = @Content)
  @Operation(operationId = "giveFeedback", summary = "Rates a reply")
  @Refuses({
    ProblemCode.EMPTY_TEXT,
    ProblemCode.CONSENT_REQUIRED,
    ProblemCode.TOO_FAST,
    ProblemCode.OTHER_TEXT,
    ProblemCode.BUSY,
    ProblemCode.TOO_MANY
  })
  ResponseEntity<MessageController.UrgentWords> give(
      Caller caller, @PathVariable String id, @Valid @RequestBody Given body) {
    Message message = messages
        .find(id)
        .filter(m -> m.author() == Author.ASSISTANT && isOf(caller, m))
        .orElseThrow(() -> ApiProblem.notFound("message"));
    Subject subject =
        patients.subject(patients.conversationToWrite(caller, message.conversationId()));
    if (feedback.givenWithin(subject.id(), Duration.ofDays(1)) >= MOST_A_DAY) {
      throw new ApiProblem(ProblemCode.TOO_MANY, "Too much feedback in one day.");
    }
    // First what must reach a person: whoever hears no success sends it again.
    ResponseEntity<MessageController.UrgentWords> answer = note(caller, message, body)
        .map(this::heard)
        .orElse(ResponseEntity.noContent().build());
    feedback.give(
        subject,
        id,
        body.rating(),
        Optional.ofNullable(body.reason()),
        Optional.ofNullable(body.comment()));
    actors.appendByProxy(
        caller, subject.id(), "feedback-given", new Audit.ObjectRef("message", id));
    return answer;
  }

  private boolean isOf(Caller caller, Message message) {
    try {
      patients.conversationToWrite(caller, message.conversationId());
      return true;
    } catch (ApiProblem none) {
      return false;
    }
  }

  /// What is to be heard of it besides the rating; empty where it has no words.
  private Optional<Inbound.Note> note(Caller caller, Message message, Given body) {
    boolean harm = body.rating().equals("down")
        && body.reason() != null
        && HARM.matcher(body.reason()).find();
    String reason = harm
        ? wording.unsafeButton(
            patients.conversationToWrite(caller, message.conversationId()).language())
        : body.reason();
    String words = Stream.of(reason, body.comment())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(harm ? ": " : ". "));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String noteId = "feedback/" + message.id() + "/" + hash.hash("feedback", words);
    return Optional.of(new Inbound.Note(
        caller.id(),
        caller.actingFor(),
        message.conversationId(),
        words,
        body.clientMessageId() == null ? noteId : "feedback/" + body.clientMessageId(),
        harm));
  }

  private ResponseEntity<MessageController.UrgentWords> heard(Inbound.Note note) {
    Accepted accepted = corridor.accept(note);
    if (accepted instanceof Accepted.Heard) {
      return ResponseEntity.noContent().build();
    }
    Accepted.Stored stored = MessageController.stored(accepted);
    Optional<Turn> turn = stored.done().or(() -> completed(stored.messageId()));
    if (turn.isEmpty()) {
      return ResponseEntity.accepted().build();
    }
    return isUrgent(turn.get())
        ? ResponseEntity.ok(new MessageController.UrgentWords(turn.get()))
        : ResponseEntity.noContent().build();
  }

  /// A note that is stored is safe, whatever becomes of its reply now: the reply task makes it.
  private Optional<Turn> completed(String messageId) {
    try {
      return corridor.complete(messageId);
    } catch (RuntimeException later) {
      return Optional.empty();
    }
  }

  private static boolean isUrgent(Turn turn) {
    return Level.valueOf(turn.triage().messageLevel()).atLeast(Level.SAME_DAY);
  }

  /// @param clientMessageId the client's own id of the feedback; without one, the same words on
  ///     the same reply are the same feedback
  record Given(
      @NotNull @Pattern(regexp = "up|down", message = "must be 'up' or 'down'")
      String rating,

      @Nullable @Size(max = 200) String reason,
      @Nullable @Size(max = 4000) String comment,

      @Nullable
      @Size(min = 1, max = 100)
      @Pattern(regexp = MessageController.ID, message = MessageController.ID_RULE)
      String clientMessageId) {
    @Override
    public String toString() {
      return "Given[REDACTED]";
    }
  }
}
