package org.healthassistant.assistant.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class ScreenLockTest {

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
  private final ScreenLock lock = lock(true);
  private final MockHttpSession session = new MockHttpSession();

  @Test
  void shutsWhenNobodyHasTouchedItForAWhileAndStaysSo() {
    lock.signedIn(session);
    pass(Duration.ofMinutes(4));
    lock.touch(session);
    pass(IDLE);
    assertThat(lock.isShut(session)).isFalse();

    pass(Duration.ofSeconds(1));
    assertThat(lock.isShut(session)).isTrue();
    lock.touch(session);
    assertThat(lock.isShut(session)).isTrue();
  }

  @Test
  void opensAgainByNameInDemoModeUnderANewSessionId() {
    MockHttpServletRequest request = request();
    assertThat(lock.shut(request)).isTrue();
    assertThat(lock.shut(request)).isFalse();
    String before = session.getId();

    lock.openByName(request);

    assertThat(lock.isShut(session)).isFalse();
    assertThat(session.getId()).isNotEqualTo(before);
  }

  @Test
  void opensOutsideOfDemoModeBySigningInAlone() {
    ScreenLock real = lock(false);
    MockHttpServletRequest request = request();
    real.shut(request);

    assertThat(real.opensByName()).isFalse();
    assertThatThrownBy(() -> real.openByName(request)).isInstanceOf(IllegalStateException.class);
    assertThat(real.isShut(session)).isTrue();
    real.signedIn(session);
    assertThat(real.isShut(session)).isFalse();
  }

  @Test
  void takesASessionThatHasEndedForShut() {
    lock.signedIn(session);
    session.invalidate();
    assertThat(lock.isShut(session)).isTrue();
  }

  private MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    return request;
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  private ScreenLock lock(boolean demo) {
    return new ScreenLock(
        new ScreenLockSettings(IDLE), new RealClock(now::get), new DemoMode(demo));
  }
}
