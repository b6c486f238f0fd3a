package org.healthassistant.assistant.workspace.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.ProviderInterface;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.workspace.action.Action;
import org.healthassistant.assistant.workspace.action.Actions;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationDossierReader;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.healthassistant.assistant.workspace.dossier.EscalationItems;
import org.healthassistant.assistant.workspace.dossier.SbarWriter;
import org.healthassistant.assistant.workspace.dossier.ViewAudit;
import org.healthassistant.assistant.workspace.inbox.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Escalations for other systems: the list, one with all its facts, and what providers do.
@RestController
@ProviderInterface
@RequestMapping("/api/v1/escalations")
class EscalationsApi {

  /// By which a client says that an action is the one it has asked for before.
  private static final String KEY = "Idempotency-Key";

  private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private final Escalations escalations;
  private final EscalationDossierReader dossiers;
  private final EscalationItems items;
  private final SbarWriter sbar;
  private final Actions actions;
  private final ViewAudit views;

  EscalationsApi(
      Escalations escalations,
      EscalationDossierReader dossiers,
      EscalationItems items,
      SbarWriter sbar,
      Actions actions,
      ViewAudit views) {
    this.escalations = escalations;
    this.dossiers = dossiers;
    this.items = items;
    this.sbar = sbar;
    this.actions = actions;
    this.views = views;
  }

  @GetMapping
  @Operation(
      operationId = "listEscalations",
      summary = "Escalations, most urgent first, then oldest; unresolved ones"
          + " unless `state` says otherwise")
  EscalationList list(
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String level,
      @RequestParam @Nullable String assignee,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String after) {
    EscalationFilter filter = ListQuery.read(state, level, assignee, limit, after);
    if (filter.after().isPresent() && filter.after().flatMap(escalations::find).isEmpty()) {
      throw new Refusal(ProblemCode.INVALID_PARAMETER, "'after' is the id of an escalation");
    }
    List<Escalation> found = escalations.list(filter);
    return new EscalationList(items.read(found), next(filter, found).orElse(null));
  }

  private Optional<String> next(EscalationFilter filter, List<Escalation> found) {
    if (found.size() < filter.limit()) {
      return Optional.empty();
    }
    String last = found.getLast().id();
    EscalationFilter further = new EscalationFilter(
        filter.states(), filter.level(), filter.assignee(), 1, Optional.of(last));
    return escalations.list(further).isEmpty() ? Optional.empty() : Optional.of(last);
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "readEscalation",
      summary = "One escalation with everything that belongs to it")
  EscalationDetail one(@PathVariable String id, Caller caller) {
    EscalationDossier found = dossiers.find(id).orElseThrow(Refusal::unknownEscalation);
    views.viewed(found.escalation(), caller);
    return EscalationDetail.of(found, sbar.write(found));
  }

  @PostMapping("/{id}/acknowledge")
  @Operation(operationId = "acknowledgeEscalation", summary = "Takes it on")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem acknowledge(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable Acknowledge body,
      Caller caller) {
    return perform(id, caller, new Action.Acknowledge());
  }

  @PostMapping("/{id}/take-over")
  @Operation(
      operationId = "takeOverEscalation",
      summary = "Takes the conversation over; the assistant is silent")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem takeOver(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable TakeOver body,
      Caller caller) {
    return perform(id, caller, new Action.TakeOver());
  }

  @PostMapping("/{id}/hand-back")
  @Operation(
      operationId = "handBackEscalation",
      summary = "Gives the conversation back to the assistant")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem handBack(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable HandBack body,
      Caller caller) {
    return perform(id, caller, new Action.HandBack());
  }

  @PostMapping("/{id}/contact-safe")
  @Operation(
      operationId = "liftUnsafeContact",
      summary = "Lifts that calls and texts to the patient are not safe")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem contactSafe(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable ContactSafe body,
      Caller caller) {
    return perform(id, caller, new Action.ContactSafe());
  }

  @PostMapping("/{id}/assign")
  @Operation(operationId = "assignEscalation", summary = "Assigns it to a member of the team")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.UNKNOWN_MEMBER_OF_TEAM})
  EscalationItem assign(@PathVariable String id, @RequestBody Action.Assign body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/reply")
  @Operation(operationId = "replyToPatient", summary = "Writes to the patient")
  @Refuses({
    ProblemCode.CONFLICT,
    ProblemCode.CONTACT_UNSAFE,
    ProblemCode.CLINICIANS_ONLY,
    ProblemCode.INVALID_IDEMPOTENCY_KEY,
    ProblemCode.IDEMPOTENCY_KEY_REUSED
  })
  EscalationItem reply(
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Action.Reply body,
      Caller caller) {
    return perform(id, caller, body, key);
  }

  @PostMapping("/{id}/contact")
  @Operation(
      operationId = "recordContact",
      summary = "Keeps that the patient was called or visited")
  @Refuses({
    ProblemCode.CONFLICT,
    ProblemCode.CLINICIANS_ONLY,
    ProblemCode.INVALID_IDEMPOTENCY_KEY,
    ProblemCode.IDEMPOTENCY_KEY_REUSED
  })
  EscalationItem contact(
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Action.Contact body,
      Caller caller) {
    return perform(id, caller, body, key);
  }

  @PostMapping("/{id}/note")
  @Operation(operationId = "noteEscalation", summary = "Keeps a note for the team")
  @Refuses({
    ProblemCode.CONFLICT,
    ProblemCode.INVALID_IDEMPOTENCY_KEY,
    ProblemCode.IDEMPOTENCY_KEY_REUSED
  })
  EscalationItem note(
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Action.Note body,
      Caller caller) {
    return perform(id, caller, body, key);
  }

  @PostMapping("/{id}/level")
  @Operation(operationId = "setLevel", summary = "Changes how urgent it is")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem level(@PathVariable String id, @RequestBody Action.SetLevel body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/resolve")
  @Operation(operationId = "resolveEscalation", summary = "Closes it")
  @Refuses({ProblemCode.CONFLICT, ProblemCode.CLINICIANS_ONLY})
  EscalationItem resolve(@PathVariable String id, @RequestBody Action.Resolve body, Caller caller) {
    return perform(id, caller, body);
  }

  /// Shows who came too late how the escalation is now.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(Conflict conflict) {
    ProblemDetail problem =
        ProblemCode.CONFLICT.detail("somebody was faster; 'escalation' is how it is now");
    problem.setProperty("escalation", conflict.present());
    return ResponseEntity.status(ProblemCode.CONFLICT.status()).body(problem);
  }

  private EscalationItem perform(String id, Caller caller, Action action) {
    return perform(id, caller, action, null);
  }

  private EscalationItem perform(String id, Caller caller, Action action, @Nullable String key) {
    if (key != null && !KEYS.matcher(key).matches()) {
      throw new Refusal(
          ProblemCode.INVALID_IDEMPOTENCY_KEY,
          "'Idempotency-Key' is 1 to 64 visible ASCII characters");
    }
    return switch (actions.perform(id, caller, action, key)) {
      case ActionResult.Done done -> items.read(done.escalation());
      case ActionResult.Conflict conflict -> throw new Conflict(items.read(conflict.escalation()));
      case ActionResult.KeyReused other -> throw Refusal.keyReused();
      case ActionResult.NotFound none -> throw Refusal.unknownEscalation();
    };
  }
}
