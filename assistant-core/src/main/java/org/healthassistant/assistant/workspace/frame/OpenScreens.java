package org.healthassistant.assistant.workspace.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.stream.RegularLook;
import org.springframework.stereotype.Component;

/// The screens on which something live is shown: whether each is locked, and whether its session
/// is there at all, on whatever instance that changed. One query a second for the whole
/// instance, however many streams are open; a screen that nobody touches locks here without any.
/// Safe from any thread.
@Component
public class OpenScreens extends RegularLook {

  private static final String NAME = "workspace-screens";

  private final ScreenLock lock;
  private final Map<String, Seen> watched = new ConcurrentHashMap<>();

  OpenScreens(ScreenLock lock, TopicSignals signals) {
    super(NAME, Duration.ofSeconds(1), signals);
    this.lock = lock;
  }

  /// Watches the screen of the request's session until it is closed.
  public Watched watch(HttpServletRequest request) {
    String session = request.getSession().getId();
    Optional<ScreenLock.Screen> now = read(List.of(session), session);
    watched.compute(session, (id, seen) -> new Seen(now, seen == null ? 1 : seen.streams() + 1));
    return new Watched(session);
  }

  @Override
  protected void look() {
    List<String> sessions = List.copyOf(watched.keySet());
    Map<String, ScreenLock.Screen> found = lock.screens(sessions);
    sessions.forEach(session -> watched.computeIfPresent(
        session, (id, seen) -> new Seen(Optional.ofNullable(found.get(id)), seen.streams())));
  }

  private Optional<ScreenLock.Screen> read(List<String> sessions, String session) {
    return Optional.ofNullable(lock.screens(sessions).get(session));
  }

  private Optional<ScreenLock.Screen> seen(String session) {
    Seen seen = watched.get(session);
    return seen == null ? Optional.empty() : seen.screen();
  }

  private void leave(String session) {
    watched.computeIfPresent(
        session,
        (id, seen) -> seen.streams() == 1 ? null : new Seen(seen.screen(), seen.streams() - 1));
  }

  private record Seen(Optional<ScreenLock.Screen> screen, int streams) {}

  /// A screen that is watched. Its methods read memory only.
  public final class Watched implements AutoCloseable {
    private final String session;

    private Watched(String session) {
      this.session = session;
    }

    /// The session's id, by which readers of streams are counted.
    public String session() {
      return session;
    }

    /// Whether the session is still there, locked or not.
    public boolean isAlive() {
      return seen(session).isPresent();
    }

    /// Whether nothing of a patient may be shown on it.
    public boolean isShut() {
      return seen(session).map(lock::isShut).orElse(true);
    }

    @Override
    public void close() {
      leave(session);
    }
  }
}
