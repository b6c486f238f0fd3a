package org.healthassistant.assistant.workspace.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.workspace.dossier.UnseenReplies;
import org.healthassistant.assistant.workspace.frame.LiveParts;
import org.healthassistant.assistant.workspace.frame.WorkspacePage;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/// The inbox, and its stream: the rows anew at every change.
@Controller
@WorkspacePage
class InboxPages {

  private static final String TEMPLATE = "workspace/inbox";

  private final InboxReader inbox;
  private final Escalations escalations;
  private final UnseenReplies unseen;
  private final TeamFilter teams;
  private final CareTeam team;
  private final WorkspaceTexts texts;
  private final LiveParts live;
  private final RealClock clock;

  InboxPages(
      InboxReader inbox,
      Escalations escalations,
      UnseenReplies unseen,
      TeamFilter teams,
      CareTeam team,
      WorkspaceTexts texts,
      LiveParts live,
      RealClock clock) {
    this.inbox = inbox;
    this.escalations = escalations;
    this.unseen = unseen;
    this.teams = teams;
    this.team = team;
    this.texts = texts;
    this.live = live;
    this.clock = clock;
  }

  @GetMapping("/workspace")
  String inbox(@ModelAttribute("filter") InboxFilter filter, Caller caller, Model model) {
    model.addAttribute("stream", "/workspace/events" + filter.query());
    model.addAttribute("inbox", inbox.read(filter, caller));
    model.addAttribute("team", team.members());
    model.addAttribute("divisions", teams.all());
    model.addAttribute("categories", texts.allCategories());
    return TEMPLATE;
  }

  @GetMapping("/workspace/events")
  void events(
      @ModelAttribute("filter") InboxFilter filter,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    filter.forStore(caller);
    live.serve(request, response, Escalations.TOPIC, new Rows(filter, caller));
  }

  /// All rows on connecting, which catches up with whatever was missed; then at every change, and
  /// when time alone has made a row ask for a call.
  private final class Rows implements EventStreams.Source {
    private final InboxFilter filter;
    private final Caller caller;
    private final EscalationChangeCursor changes = new EscalationChangeCursor(escalations, clock);
    private Set<String> calls = Set.of();
    private boolean begun;

    Rows(InboxFilter filter, Caller caller) {
      this.filter = filter;
      this.caller = caller;
    }

    @Override
    public boolean poll(EventSink sink) throws IOException {
      boolean changed = !changes.next().isEmpty();
      Set<String> calling = unseen.overdue().keySet();
      if (begun && !changed && calling.equals(calls)) {
        return false;
      }
      begun = true;
      calls = calling;
      sink.event(
          "inbox", live.render(TEMPLATE, "rows", Map.of("inbox", inbox.read(filter, caller))));
      return true;
    }
  }
}
