package org.healthassistant.assistant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Feedback;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Inbound;
import org.healthassistant.assistant.turn.ScreenProbe;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the patient thinks of a reply. Its free text is screened like a message: at `SAME_DAY` or
/// above it goes through the corridor and is answered as a Turn.
@RestController
class FeedbackController {

  private final Patients patients;
  private final Messages messages;
  private final Feedback feedback;
  private final Corridor corridor;
  private final ScreenProbe probe;
  private final ActorAudit actors;

  FeedbackController(
      Patients patients,
      Messages messages,
      Feedback feedback,
      Corridor corridor,
      ScreenProbe probe,
      ActorAudit actors) {
    this.patients = patients;
    this.messages = messages;
    this.feedback = feedback;
    this.corridor = corridor;
    this.probe = probe;
    this.actors = actors;
  }

  @PostMapping("/api/v1/messages/{id}/feedback")
  ResponseEntity<Map<String, Object>> give(
      Caller caller, @PathVariable String id, @Valid @RequestBody Given body) {
    Subject subject = patients.subject(caller);
    Message message = messages
        .find(id)
        .filter(m -> m.subjectId().equals(subject.id()) && m.author() == Author.ASSISTANT)
        .orElseThrow(() -> ApiProblem.notFound("message"));
    feedback.give(
        subject,
        id,
        body.rating(),
        Optional.ofNullable(body.reason()),
        Optional.ofNullable(body.comment()));
    actors.appendByProxy(
        caller, subject.id(), "feedback-given", new Audit.ObjectRef("message", id));
    String words = Stream.of(body.reason(), body.comment())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(". "));
    return words.isEmpty() || !urgent(words)
        ? ResponseEntity.noContent().build()
        : escalate(caller, message, words);
  }

  private boolean urgent(String words) {
    String level = probe.triage(words, List.of(), Set.of()).messageLevel();
    return Level.valueOf(level).atLeast(Level.SAME_DAY);
  }

  private ResponseEntity<Map<String, Object>> escalate(
      Caller caller, Message message, String words) {
    Accepted accepted = corridor.accept(new Inbound.Web(
        caller.id(), caller.actingFor(), message.conversationId(), words, Optional.empty(), false));
    if (accepted instanceof Accepted.Stored stored) {
      return corridor
          .complete(stored.messageId())
          .map(turn -> ResponseEntity.ok(Map.<String, Object>of("turn", turn)))
          .orElseGet(() -> ResponseEntity.noContent().build());
    }
    return ResponseEntity.noContent().build();
  }

  record Given(
      @NotNull @Pattern(regexp = "up|down", message = "must be 'up' or 'down'")
      String rating,

      @Nullable @Size(max = 200) String reason,
      @Nullable @Size(max = 4000) String comment) {
    @Override
    public String toString() {
      return "Given[REDACTED]";
    }
  }
}
