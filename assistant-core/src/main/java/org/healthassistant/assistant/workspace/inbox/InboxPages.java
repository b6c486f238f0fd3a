package org.healthassistant.assistant.workspace.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.workspace.dossier.UnseenReplies;
import org.healthassistant.assistant.workspace.frame.FragmentRenderer;
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
  private final TeamFilter divisions;
  private final CareTeam team;
  private final WorkspaceTexts words;
  private final ScreenLock lock;
  private final EventStreams streams;
  private final FragmentRenderer fragments;
  private final RealClock clock;

  InboxPages(
      InboxReader inbox,
      Escalations escalations,
      UnseenReplies unseen,
      TeamFilter divisions,
      CareTeam team,
      WorkspaceTexts words,
      ScreenLock lock,
      EventStreams streams,
      FragmentRenderer fragments,
      RealClock clock) {
    this.inbox = inbox;
    this.escalations = escalations;
    this.unseen = unseen;
    this.divisions = divisions;
    this.team = team;
    this.words = words;
    this.lock = lock;
    this.streams = streams;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/workspace")
  String inbox(@ModelAttribute("filter") InboxFilter filter, Caller caller, Model model) {
    model.addAttribute("stream", "/workspace/events" + filter.query());
    model.addAttribute("inbox", inbox.read(filter, caller));
    model.addAttribute("team", team.members());
    model.addAttribute("divisions", divisions.all());
    model.addAttribute("categories", words.allCategories());
    return TEMPLATE;
  }

  @GetMapping("/workspace/events")
  void events(
      @ModelAttribute("filter") InboxFilter filter,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    filter.of(caller);
    HttpSession session = request.getSession();
    streams.serve(
        response, Escalations.TOPIC, () -> !lock.isShut(session), new Rows(filter, caller));
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
          "inbox", fragments.render(TEMPLATE, "rows", Map.of("inbox", inbox.read(filter, caller))));
      return true;
    }
  }
}
