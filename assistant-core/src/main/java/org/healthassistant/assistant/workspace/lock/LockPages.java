package org.healthassistant.assistant.workspace.lock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.stream.EventSink;
import org.healthassistant.assistant.stream.EventStreams;
import org.healthassistant.assistant.workspace.frame.WorkspacePage;
import org.healthassistant.assistant.workspace.inbox.EscalationChangeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// The lock on the screen, and the alarms that go on while it is shut.
@Controller
@WorkspacePage
class LockPages {

  private static final Pattern OURS = Pattern.compile("/workspace([/?][A-Za-z0-9/?&=_.%-]*)?");

  private final ScreenLock lock;
  private final Escalations escalations;
  private final EventStreams streams;
  private final RealClock clock;
  private final Audit audit;
  private final Transactions transactions;
  private final JsonMapper json;

  LockPages(
      ScreenLock lock,
      Escalations escalations,
      EventStreams streams,
      RealClock clock,
      Audit audit,
      Transactions transactions,
      JsonMapper json) {
    this.lock = lock;
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

  /// The alarms, at once and whenever they change, locked or not.
  @GetMapping("/workspace/alarms")
  void alarms(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    streams.serve(
        response, session.getId(), Escalations.TOPIC, () -> isAlive(session), new Counts(session));
  }

  private static boolean isAlive(HttpSession session) {
    try {
      return session.getCreationTime() > 0;
    } catch (IllegalStateException ended) {
      return false;
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
    return OURS.matcher(to).matches() ? to : "/workspace";
  }

  private final class Counts implements EventStreams.Source {
    private final HttpSession session;
    private final EscalationChangeCursor changes = new EscalationChangeCursor(escalations, clock);
    private @Nullable AlarmCounts told;

    Counts(HttpSession session) {
      this.session = session;
    }

    @Override
    public boolean hasChanged() {
      return told != null && told.locked() != lock.isShut(session);
    }

    @Override
    public boolean poll(EventSink sink) throws IOException {
      boolean locked = lock.isShut(session);
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
