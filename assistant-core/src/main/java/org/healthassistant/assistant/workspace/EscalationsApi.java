package org.healthassistant.assistant.workspace;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.ActionResult;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.healthassistant.assistant.escalation.Escalations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Escalations for other systems: the list, one with all its facts, and what providers do.
@RestController
@RequestMapping("/api/v1/escalations")
class EscalationsApi {

  private final Escalations escalations;
  private final CaseReader cases;
  private final SbarWriter sbar;
  private final Actions actions;
  private final Views views;

  EscalationsApi(
      Escalations escalations, CaseReader cases, SbarWriter sbar, Actions actions, Views views) {
    this.escalations = escalations;
    this.cases = cases;
    this.sbar = sbar;
    this.actions = actions;
    this.views = views;
  }

  @GetMapping
  EscalationList list(
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String level,
      @RequestParam @Nullable String assignee,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String after) {
    EscalationFilter filter = ListQuery.of(state, level, assignee, limit, after);
    if (filter.after().isPresent() && filter.after().flatMap(escalations::find).isEmpty()) {
      throw Refusal.invalid("invalid-parameter", "'after' is the id of an escalation");
    }
    List<Escalation> found = escalations.list(filter);
    return new EscalationList(cases.items(found), next(filter, found).orElse(null));
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
  EscalationDetail one(@PathVariable String id, Caller caller) {
    Case found = cases.read(id).orElseThrow(Refusal::unknownEscalation);
    views.viewed(found.escalation(), caller);
    return EscalationDetail.of(found, sbar.write(found));
  }

  @PostMapping("/{id}/acknowledge")
  EscalationItem acknowledge(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable Acknowledge body,
      Caller caller) {
    return perform(id, caller, new Action.Acknowledge());
  }

  @PostMapping("/{id}/take-over")
  EscalationItem takeOver(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable TakeOver body,
      Caller caller) {
    return perform(id, caller, new Action.TakeOver());
  }

  @PostMapping("/{id}/hand-back")
  EscalationItem handBack(
      @PathVariable String id,
      @RequestBody(required = false) Action.@Nullable HandBack body,
      Caller caller) {
    return perform(id, caller, new Action.HandBack());
  }

  @PostMapping("/{id}/assign")
  EscalationItem assign(@PathVariable String id, @RequestBody Action.Assign body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/reply")
  EscalationItem reply(@PathVariable String id, @RequestBody Action.Reply body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/contact")
  EscalationItem contact(@PathVariable String id, @RequestBody Action.Contact body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/note")
  EscalationItem note(@PathVariable String id, @RequestBody Action.Note body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/level")
  EscalationItem level(@PathVariable String id, @RequestBody Action.SetLevel body, Caller caller) {
    return perform(id, caller, body);
  }

  @PostMapping("/{id}/resolve")
  EscalationItem resolve(@PathVariable String id, @RequestBody Action.Resolve body, Caller caller) {
    return perform(id, caller, body);
  }

  private EscalationItem perform(String id, Caller caller, Action action) {
    return switch (actions.perform(id, caller, action)) {
      case ActionResult.Done done -> cases.item(done.escalation());
      case ActionResult.Conflict conflict -> throw new Conflict(cases.item(conflict.escalation()));
      case ActionResult.NotFound none -> throw Refusal.unknownEscalation();
    };
  }
}
