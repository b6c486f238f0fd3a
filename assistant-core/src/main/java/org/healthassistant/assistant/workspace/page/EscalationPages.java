package org.healthassistant.assistant.workspace.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.workspace.action.Action;
import org.healthassistant.assistant.workspace.action.Actions;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationDossierReader;
import org.healthassistant.assistant.workspace.dossier.Suggestions;
import org.healthassistant.assistant.workspace.dossier.ViewAudit;
import org.healthassistant.assistant.workspace.frame.LiveParts;
import org.healthassistant.assistant.workspace.frame.WorkspacePage;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// An escalation's page, its live parts, and what can be done on it.
@Controller
@WorkspacePage
class EscalationPages {

  private static final String TEMPLATE = "workspace/case";

  /// The parts that change while the page is open; the forms around them stay, with what is being
  /// written in them.
  private static final List<String> LIVE = List.of("status", "brief", "transcript", "history");

  private final EscalationDossierReader dossiers;
  private final EscalationDossierWriter writer;
  private final WorkspaceTexts texts;
  private final CareTeam team;
  private final Actions actions;
  private final ViewAudit views;
  private final Suggestions suggestions;
  private final LiveParts live;

  EscalationPages(
      EscalationDossierReader dossiers,
      EscalationDossierWriter writer,
      WorkspaceTexts texts,
      CareTeam team,
      Actions actions,
      ViewAudit views,
      Suggestions suggestions,
      LiveParts live) {
    this.dossiers = dossiers;
    this.writer = writer;
    this.texts = texts;
    this.team = team;
    this.actions = actions;
    this.views = views;
    this.suggestions = suggestions;
    this.live = live;
  }

  @GetMapping("/workspace/escalations/{id}")
  String page(@PathVariable String id, Caller caller, Model model, HttpSession session) {
    EscalationDossier found = found(id);
    Result.taken(session).ifPresent(result -> model.addAttribute("result", result));
    views.viewed(found.escalation(), caller);
    model.addAttribute("of", writer.view(found, caller));
    model.addAttribute("team", team.members());
    return TEMPLATE;
  }

  @GetMapping("/workspace/escalations/{id}/events")
  void events(
      @PathVariable String id,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    EscalationDossier found = found(id);
    live.serve(request, response, found.escalation().conversationId(), new Parts(id, caller));
  }

  /// Texts to answer with, for whoever may answer.
  @GetMapping("/workspace/escalations/{id}/suggestions")
  String suggestions(@PathVariable String id, Caller caller, Model model) {
    EscalationDossier found = found(id);
    model.addAttribute("language", found.conversation().language());
    model.addAttribute(
        "suggestions", Clinicians.includes(caller) ? suggestions.find(found) : List.of());
    return "workspace/suggestions :: list";
  }

  @PostMapping("/workspace/escalations/{id}/{action}")
  String act(
      @PathVariable String id,
      @PathVariable String action,
      @RequestParam Map<String, String> form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Caller caller,
      Model model,
      HttpServletResponse response,
      HttpSession session) {
    Result result = perform(id, FormAction.of(action, form), action, caller);
    if (htmx == null) {
      result.keep(session);
      return "redirect:/workspace/escalations/" + id;
    }
    response.setStatus(result.status().value());
    model.addAttribute("result", result);
    model.addAttribute("of", writer.view(found(id), caller));
    return TEMPLATE + " :: done";
  }

  private Result perform(String id, FormAction asked, String name, Caller caller) {
    return switch (asked) {
      case FormAction.Unreadable unreadable ->
        new Result(false, unreadable.why(), HttpStatus.UNPROCESSABLE_CONTENT);
      case FormAction.Asked given -> perform(id, given.action(), name, caller);
    };
  }

  private Result perform(String id, Action action, String name, Caller caller) {
    try {
      return switch (actions.perform(id, caller, action)) {
        case ActionResult.Done done -> new Result(true, texts.text("done." + name), HttpStatus.OK);
        case ActionResult.Conflict conflict ->
          new Result(false, told(conflict.escalation()), HttpStatus.CONFLICT);
        case ActionResult.KeyReused other -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        case ActionResult.NotFound none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      };
    } catch (Refusal refusal) {
      return new Result(
          false, texts.text("refused." + refusal.code().code()), refusal.code().status());
    }
  }

  private String told(Escalation now) {
    return switch (now.state()) {
      case RESOLVED -> texts.text("conflict.resolved", owner(now));
      case ACKNOWLEDGED -> texts.text("conflict.acknowledged", owner(now));
      case OPEN, NOTIFIED -> texts.text("conflict.other");
    };
  }

  private String owner(Escalation now) {
    return now.acknowledgedBy()
        .or(now::assignee)
        .map(texts::person)
        .orElseGet(() -> texts.text("inbox.nobody"));
  }

  private EscalationDossier found(String id) {
    return dossiers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// What came of a form.
  ///
  /// @param text for the person
  record Result(boolean done, String text, HttpStatus status) {

    private static final String KEPT = "result";

    /// Keeps it, as text, for the page that is shown next.
    void keep(HttpSession session) {
      session.setAttribute(KEPT, (done ? "+" : "-") + text);
    }

    /// What was kept for this page; it is told once.
    static Optional<Result> taken(HttpSession session) {
      if (!(session.getAttribute(KEPT) instanceof String kept)) {
        return Optional.empty();
      }
      session.removeAttribute(KEPT);
      boolean done = kept.startsWith("+");
      return Optional.of(
          new Result(done, kept.substring(1), done ? HttpStatus.OK : HttpStatus.CONFLICT));
    }
  }

  /// The live parts, each when it has changed.
  private final class Parts implements EventStreams.Source {
    private final String id;
    private final Caller caller;
    private final Map<String, String> shown = new HashMap<>();
    private String version = "";

    Parts(String id, Caller caller) {
      this.id = id;
      this.caller = caller;
    }

    @Override
    public boolean poll(EventSink sink) throws IOException {
      String now = dossiers.version(id).orElse("");
      if (now.equals(version)) {
        return false;
      }
      version = now;
      Map<String, Object> model = Map.of("of", writer.view(found(id), caller));
      for (String part : LIVE) {
        String html = live.render(TEMPLATE, part, model);
        if (!html.equals(shown.put(part, html))) {
          sink.event(part, html);
        }
      }
      return true;
    }
  }
}
