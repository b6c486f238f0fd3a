package org.healthassistant.assistant.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lock on a provider's session: shut by hand, or when nobody has touched the pages for a
/// while; opened only by signing in again. While it is shut every page of the workspace is
/// refused, in whatever window; only the number of waiting alarms goes on.
///
/// Kept in the session's row, so that instances agree; each change is one statement, so that
/// nothing done at the same time opens what is shut. Safe from any thread.
@Component
public class ScreenLock {

  private final ScreenLockSettings settings;
  private final RealClock clock;
  private final DemoMode demo;
  private final JdbcClient jdbc;

  ScreenLock(ScreenLockSettings settings, RealClock clock, DemoMode demo, JdbcClient jdbc) {
    this.settings = settings;
    this.clock = clock;
    this.demo = demo;
    this.jdbc = jdbc;
  }

  /// How long nobody has to touch the pages until they lock.
  public Duration idle() {
    return settings.idleLock();
  }

  /// Whether the person at the screen is vouched for in demo mode by the name alone, since
  /// there is nothing to sign in with again.
  public boolean opensByName() {
    return demo.on();
  }

  /// Whether the session is locked; also when it has ended, or nobody has signed in.
  public boolean isShut(HttpSession session) {
    return isShut(screens(List.of(session.getId())).get(session.getId()));
  }

  /// Whether a screen that was read is locked by now; one that is no more counts as locked.
  public boolean isShut(@Nullable Screen screen) {
    return screen == null
        || screen.shut()
        || clock.instant().isAfter(screen.touched().plus(idle()));
  }

  /// Reads the screens of sessions by their ids; those that have ended are left out.
  public Map<String, Screen> screens(Collection<String> sessions) {
    Map<String, Screen> found = new HashMap<>();
    if (!sessions.isEmpty()) {
      jdbc.sql("""
          select session_id, touched_at, shut from page_session
          where session_id in (:sessions) and expiry_time > :now and touched_at is not null
          """)
          .param("sessions", sessions)
          .param("now", clock.instant().toEpochMilli())
          .query(row -> {
            found.put(
                row.getString("session_id"),
                new Screen(TimeStamps.read(row, "touched_at"), row.getBoolean("shut")));
          });
    }
    return found;
  }

  /// Keeps that a person has just done something. Does not open what is shut.
  void touch(HttpSession session) {
    Instant now = clock.instant();
    jdbc.sql("""
        update page_session set touched_at = :now
        where session_id = :session and not shut and touched_at >= :open
        """)
        .param("session", session.getId())
        .param("now", TimeStamps.bind(now))
        .param("open", TimeStamps.bind(now.minus(idle())))
        .update();
  }

  /// Locks the session.
  ///
  /// @return whether it was open before
  public boolean shut(HttpServletRequest request) {
    HttpSession session = request.getSession();
    boolean wasOpen = !isShut(session);
    int changed = jdbc.sql(
            "update page_session set shut = true where session_id = :session and not" + " shut")
        .param("session", session.getId())
        .update();
    return wasOpen && changed == 1;
  }

  /// Opens the session, as after signing in, and gives it a new id: what it holds goes on in a
  /// session of its own, which no request under way can undo.
  ///
  /// @throws IllegalStateException outside of demo mode, where one signs in again
  public void openByName(HttpServletRequest request) {
    if (!opensByName()) {
      throw new IllegalStateException("outside of demo mode a lock opens by signing in again");
    }
    signedIn(renewed(request));
  }

  private static HttpSession renewed(HttpServletRequest request) {
    HttpSession before = request.getSession();
    int idle = before.getMaxInactiveInterval();
    Map<String, Object> held = new HashMap<>();
    before
        .getAttributeNames()
        .asIterator()
        .forEachRemaining(name -> held.put(name, before.getAttribute(name)));
    before.invalidate();
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(idle);
    held.forEach(session::setAttribute);
    return session;
  }

  /// Begins anew after a sign-in; the session has been written before.
  public void signedIn(HttpSession session) {
    int changed = jdbc.sql("update page_session set touched_at = :now, shut = false where"
            + " session_id = :session")
        .param("session", session.getId())
        .param("now", TimeStamps.bind(clock.instant()))
        .update();
    if (changed != 1) {
      throw new IllegalStateException("AC-011: the session that was signed in has no row");
    }
  }

  /// What is known of a session's screen.
  ///
  /// @param touched when a person last did something
  /// @param shut whether it was locked by hand
  public record Screen(Instant touched, boolean shut) {}
}
