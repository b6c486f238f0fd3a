package org.healthassistant.assistant.workspace.lock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.ReturnPath;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.access.SignedIn;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.workspace.frame.OpenScreens;
import org.healthassistant.assistant.workspace.frame.WorkspacePage;
import org.healthassistant.assistant.workspace.inbox.EscalationChangeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// The lock on the screen, and the alarms that go on while it is shut.
@Controller
@WorkspacePage
class LockPages {

  private final ScreenLock lock;
  private final OpenScreens screens;
  private final Escalations escalations;
  private final EventStreams streams;
  private final RealClock clock;
  private final Audit audit;
  private final Transactions transactions;
  private final JsonMapper json;

  LockPages(
      ScreenLock lock,
      OpenScreens screens,
      Escalations escalations,
      EventStreams streams,
      RealClock clock,
      Audit audit,
      Transactions transactions,
      JsonMapper json) {
    this.lock = lock;
    this.screens = screens;
    this.escalations = escalations;
    this.streams = streams;
    this.clock = clock;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  @GetMapping("/workspace/locked")
  String locked(
      @RequestParam(defaultValue = "/workspace") String to,
      HttpServletRequest request,
      Model model) {
    String address = ours(to);
    if (!lock.isShut(request.getSession())) {
      return "redirect:" + address;
    }
    model.addAttribute("to", address);
    return "workspace/locked";
  }

  /// Keeps the session open: somebody is at the screen. The filter before has kept it already.
  @PostMapping("/workspace/active")
  @ResponseBody
  ResponseEntity<Void> active() {
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/workspace/lock")
  @ResponseBody
  ResponseEntity<Void> shut(HttpServletRequest request, Caller caller) {
    if (lock.shut(request)) {
      keep("screen-locked", caller);
    }
    return ResponseEntity.noContent().build();
  }

  /// Locks by the form of a page whose scripts have not run yet, and shows that it is locked.
  @PostMapping(path = "/workspace/lock", params = "to")
  String shutByForm(@RequestParam String to, HttpServletRequest request, Caller caller) {
    shut(request, caller);
    return "redirect:"
        + UriComponentsBuilder.fromPath("/workspace/locked")
            .queryParam("to", ours(to))
            .encode()
            .toUriString();
  }

  @PostMapping("/workspace/unlock")
  String open(
      @RequestParam(defaultValue = "/workspace") String to,
      HttpServletRequest request,
      Caller caller) {
    if (!lock.opensByName()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    lock.openByName(request);
    keep("screen-unlocked", caller);
    return "redirect:" + ours(to);
  }

  /// Where signing in again from a page leads: a window that closes itself.
  @GetMapping("/workspace/signed-in")
  String signedIn() {
    return "workspace/signed-in";
  }

  /// The alarms, at once and whenever they change, locked or not.
  @GetMapping("/workspace/alarms")
  void alarms(HttpServletRequest request, HttpServletResponse response) {
    try (OpenScreens.Watched screen = screens.watch(request)) {
      streams.serve(
          response, screen.session(), Escalations.TOPIC, screen::isAlive, new Counts(screen));
    }
  }

  /// Keeps when people of the care team come.
  @EventListener
  void signedIn(SignedIn event) {
    if (event.caller().kind() == Caller.Kind.PROVIDER) {
      keep(event.again() ? "screen-unlocked" : "signed-in", event.caller());
    }
  }

  private void keep(String action, Caller by) {
    transactions.durable(() -> audit.append(
        Audit.Actor.provider(by.id()),
        action,
        Optional.empty(),
        new Audit.ObjectRef("workspace", "screen"),
        ""));
  }

  private static String ours(String to) {
    return ReturnPath.inWorkspace(to, ReturnPath.WORKSPACE);
  }

  private final class Counts implements EventStreams.Source {
    private final OpenScreens.Watched screen;
    private final EscalationChangeCursor changes = new EscalationChangeCursor(escalations, clock);
    private @Nullable AlarmCounts told;

    Counts(OpenScreens.Watched screen) {
      this.screen = screen;
    }

    @Override
    public boolean hasChanged() {
      return told != null && told.locked() != screen.isShut();
    }

    @Override
    public boolean poll(EventSink sink) throws IOException {
      boolean locked = screen.isShut();
      boolean changed = !changes.next().isEmpty();
      if (told != null && !changed && told.locked() == locked) {
        return false;
      }
      AlarmCounts now = AlarmCounts.of(escalations.waiting(), locked);
      if (now.equals(told)) {
        return false;
      }
      told = now;
      sink.event("alarms", json.writeValueAsString(now));
      return true;
    }
  }
}
