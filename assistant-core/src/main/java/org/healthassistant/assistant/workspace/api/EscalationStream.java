package org.healthassistant.assistant.workspace.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.TokenExpiry;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.ProviderInterface;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.healthassistant.assistant.workspace.dossier.EscalationItems;
import org.healthassistant.assistant.workspace.inbox.EscalationChangeCursor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Escalations as they change, for other systems.
@RestController
@ProviderInterface
class EscalationStream {

  private final Escalations escalations;
  private final EscalationItems items;
  private final EventStreams streams;
  private final TokenExpiry tokens;
  private final RealClock clock;
  private final JsonMapper json;

  EscalationStream(
      Escalations escalations,
      EscalationItems items,
      EventStreams streams,
      TokenExpiry tokens,
      RealClock clock,
      JsonMapper json) {
    this.escalations = escalations;
    this.items = items;
    this.streams = streams;
    this.tokens = tokens;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping("/api/v1/escalations/events")
  @ApiResponse(
      responseCode = "200",
      description = "The stream; it ends when the token does",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @Operation(
      operationId = "streamEscalations",
      summary =
          "Events `escalation`: on connecting every unresolved one, then" + " each at every change")
  @Refuses({ProblemCode.TOO_MANY_STREAMS, ProblemCode.BUSY})
  void events(Caller caller, HttpServletResponse response) {
    EscalationChangeCursor changes = new EscalationChangeCursor(escalations, clock);
    Instant until = tokens.find();
    streams.serve(response, caller.id(), Escalations.TOPIC, until, sink -> {
      List<Escalation> fresh = changes.next();
      for (EscalationItem item : items.read(fresh)) {
        sink.event("escalation", json.writeValueAsString(item));
      }
      return !fresh.isEmpty();
    });
  }
}
