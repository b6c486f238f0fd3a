package org.healthassistant.assistant.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScreenLockTest {

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final TestRooms rooms;
  private final JdbcClient jdbc;
  private final ScreenLock lock;
  private final MockHttpSession session;

  ScreenLockTest(TestDatabase database) {
    rooms = TestRooms.with("settings", "store").sharedOn(database);
    jdbc = rooms.bean(JdbcClient.class);
    lock = lock(true);
    session = session();
  }

  @Test
  void shutsWhenNobodyHasTouchedItForAWhileAndStaysSo() {
    lock.signedIn(session);
    rooms.pass(Duration.ofMinutes(4));
    lock.touch(session);
    rooms.pass(IDLE);
    assertThat(lock.isShut(session)).isFalse();

    rooms.pass(Duration.ofSeconds(1));
    assertThat(lock.isShut(session)).isTrue();
    lock.touch(session);
    assertThat(lock.isShut(session)).isTrue();
  }

  @Test
  void locksByHandOnceAndATouchThatComesLateDoesNotOpenIt() {
    lock.signedIn(session);

    assertThat(lock.shut(request())).isTrue();
    assertThat(lock.shut(request())).isFalse();
    lock.touch(session);

    assertThat(lock.isShut(session)).isTrue();
  }

  @Test
  void agreesWithAnotherInstance() {
    ScreenLock other = lock(true);
    lock.signedIn(session);
    assertThat(other.isShut(session)).isFalse();

    other.shut(request());

    assertThat(lock.isShut(session)).isTrue();
    assertThat(lock.isShut(lock.screens(List.of(session.getId())).get(session.getId())))
        .isTrue();
  }

  @Test
  void opensOutsideOfDemoModeBySigningInAlone() {
    ScreenLock real = lock(false);
    real.signedIn(session);
    real.shut(request());

    assertThat(real.opensByName()).isFalse();
    assertThatThrownBy(() -> real.openByName(request())).isInstanceOf(IllegalStateException.class);
    assertThat(real.isShut(session)).isTrue();
    real.signedIn(session);
    assertThat(real.isShut(session)).isFalse();
  }

  @Test
  void takesASessionThatHasEndedOrThatNobodySignedInToForShut() {
    assertThat(lock.isShut(session)).isTrue();
    lock.signedIn(session);

    jdbc.sql("delete from page_session where session_id = ?")
        .param(session.getId())
        .update();

    assertThat(lock.isShut(session)).isTrue();
    assertThat(lock.screens(List.of(session.getId()))).isEmpty();
    assertThatThrownBy(() -> lock.signedIn(session)).hasMessageContaining("AC-011");
  }

  @Test
  void takesASessionWhoseTimeIsOverForEnded() {
    lock.signedIn(session);
    jdbc.sql("update page_session set expiry_time = ? where session_id = ?")
        .param(rooms.now().toEpochMilli())
        .param(session.getId())
        .update();

    assertThat(lock.screens(List.of(session.getId()))).isEmpty();
  }

  private MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    return request;
  }

  private MockHttpSession session() {
    String id = UUID.randomUUID().toString();
    long ends = rooms.now().plus(Duration.ofDays(1)).toEpochMilli();
    jdbc.sql("""
        insert into page_session (primary_id, session_id, creation_time, last_access_time,
          max_inactive_interval, expiry_time) values (?, ?, 0, 0, 900, ?)
        """).param(id).param(id).param(ends).update();
    return new MockHttpSession(null, id);
  }

  private ScreenLock lock(boolean demo) {
    return new ScreenLock(
        new ScreenLockSettings(IDLE), rooms.bean(RealClock.class), new DemoMode(demo), jdbc);
  }
}
