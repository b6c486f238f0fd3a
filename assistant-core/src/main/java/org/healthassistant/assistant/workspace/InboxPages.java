package org.healthassistant.assistant.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The inbox, and its stream: the rows anew at every change.
@Controller
class InboxPages {

  private static final String TEMPLATE = "workspace/inbox";

  private final InboxReader inbox;
  private final Escalations escalations;
  private final LiveStream streams;
  private final Fragments fragments;
  private final RealClock clock;

  InboxPages(
      InboxReader inbox,
      Escalations escalations,
      LiveStream streams,
      Fragments fragments,
      RealClock clock) {
    this.inbox = inbox;
    this.escalations = escalations;
    this.streams = streams;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/workspace")
  String inbox(
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String owner,
      Caller caller,
      Model model) {
    InboxFilter filter = new InboxFilter(level, state, owner);
    model.addAttribute("filter", filter);
    model.addAttribute("stream", "/workspace/events" + filter.query());
    model.addAttribute("inbox", inbox.read(filter, caller));
    model.addAttribute("me", caller.name());
    return TEMPLATE;
  }

  @GetMapping("/workspace/events")
  void events(
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String owner,
      Caller caller,
      HttpServletResponse response) {
    InboxFilter filter = new InboxFilter(level, state, owner);
    filter.of(caller);
    streams.serve(response, Escalations.TOPIC, Instant.MAX, new Rows(filter, caller));
  }

  /// All rows on connecting, which catches up with whatever was missed, and at every change.
  private final class Rows implements LiveStream.Source {
    private final InboxFilter filter;
    private final Caller caller;
    private final Changes changes = new Changes(escalations, clock.instant());
    private boolean begun;

    Rows(InboxFilter filter, Caller caller) {
      this.filter = filter;
      this.caller = caller;
    }

    @Override
    public boolean news(LiveStream.Sink sink) throws java.io.IOException {
      boolean changed = !changes.next().isEmpty();
      if (begun && !changed) {
        return false;
      }
      begun = true;
      sink.event(
          "inbox", fragments.render(TEMPLATE, "rows", Map.of("inbox", inbox.read(filter, caller))));
      return true;
    }
  }
}
