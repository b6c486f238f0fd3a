package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The watchdog's thread: a platform thread that belongs to no pool and looks again and again.
///
/// It is never interrupted: an interrupted read closes H2's file under everybody.
final class WatchdogThread implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WatchdogThread.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final Watchdog watchdog;
  private final Duration every;
  private CountDownLatch stop = new CountDownLatch(0);
  private CountDownLatch ended = new CountDownLatch(0);

  WatchdogThread(Watchdog watchdog, Duration every) {
    this.watchdog = watchdog;
    this.every = every;
  }

  @Override
  public void start() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    stop = asked;
    ended = done;
    Thread.ofPlatform().name("escalation-watchdog").daemon().start(() -> watch(asked, done));
  }

  @Override
  public void stop() {
    stop.countDown();
    try {
      if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("WD-010: the watchdog's last look has not ended; it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stop.getCount() > 0;
  }

  /// With the scheduler: last to start, first to stop.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private void watch(CountDownLatch asked, CountDownLatch done) {
    try {
      while (!asked.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      LOG.warn("WD-010: the watchdog was interrupted and looks no more");
    } finally {
      watchdog.close();
      done.countDown();
    }
  }

  /// A watchdog that dies of what it should report is none.
  private void look() {
    try {
      watchdog.look();
    } catch (RuntimeException | Error e) {
      LOG.error("WD-009: the watchdog could not look: {}", e.getClass().getName());
    }
  }
}
