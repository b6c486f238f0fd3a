package org.healthassistant.assistant.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.stereotype.Component;

/// The lock on a provider's session: shut by hand, or when nobody has touched the pages for a
/// while; opened only by signing in again. While it is shut every page of the workspace is
/// refused, in whatever window; only the number of waiting alarms goes on.
///
/// Kept in the session itself. Safe from any thread.
@Component
public class ScreenLock {

  private static final String KEY = ScreenLock.class.getName();

  private final ScreenLockSettings settings;
  private final RealClock clock;
  private final DemoMode demo;

  ScreenLock(ScreenLockSettings settings, RealClock clock, DemoMode demo) {
    this.settings = settings;
    this.clock = clock;
    this.demo = demo;
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

  /// Whether the session is locked; also when it has ended.
  public boolean isShut(HttpSession session) {
    try {
      Instant now = clock.instant();
      return state(session)
          .updateAndGet(s -> s.shut() || now.isAfter(s.touched().plus(idle())) ? s.shutNow() : s)
          .shut();
    } catch (IllegalStateException ended) {
      return true;
    }
  }

  /// Keeps that a person has just done something. Does not open what is shut.
  void touch(HttpSession session) {
    Instant now = clock.instant();
    state(session).updateAndGet(s -> s.shut() ? s : new State(now, false));
  }

  /// Locks the session.
  ///
  /// @return whether it was open before
  public boolean shut(HttpServletRequest request) {
    return !state(request.getSession()).getAndUpdate(State::shutNow).shut();
  }

  /// Opens the session, as after signing in, and gives it a new id.
  ///
  /// @throws IllegalStateException outside of demo mode, where one signs in again
  public void openByName(HttpServletRequest request) {
    if (!opensByName()) {
      throw new IllegalStateException("outside of demo mode a lock opens by signing in again");
    }
    request.changeSessionId();
    signedIn(request.getSession());
  }

  /// Begins anew after a sign-in.
  public void signedIn(HttpSession session) {
    state(session).set(new State(clock.instant(), false));
  }

  @SuppressWarnings("unchecked")
  private AtomicReference<State> state(HttpSession session) {
    Object kept = session.getAttribute(KEY);
    if (kept == null) {
      kept = new AtomicReference<>(new State(clock.instant(), false));
      session.setAttribute(KEY, kept);
    }
    return (AtomicReference<State>) kept;
  }

  private record State(Instant touched, boolean shut) {
    State shutNow() {
      return shut ? this : new State(touched, true);
    }
  }
}
