package org.healthassistant.assistant.stream;

import java.time.Duration;
import org.healthassistant.assistant.store.TopicSignals;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Looks into the database again and again while the service runs, on a thread of its own: for
/// what other instances wrote, and for what time alone has changed. One look for the whole
/// instance spares each open stream its own.
///
/// While the database is away there is nothing to notice, and the next look comes in its time.
public abstract class RegularLook implements SmartLifecycle {

  private final String name;
  private final Duration every;
  private final TopicSignals signals;
  private volatile boolean running;

  /// A look that begins with the service.
  ///
  /// @param name of its thread, and of the topic whose signal brings the next look at once
  protected RegularLook(String name, Duration every, TopicSignals signals) {
    this.name = name;
    this.every = every;
    this.signals = signals;
  }

  /// Looks once, and signals what has changed. After an exception it has noticed nothing: the
  /// next look begins where this one began.
  protected abstract void look();

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name(name).start(this::watch);
  }

  @Override
  public void stop() {
    running = false;
    signals.signal(name);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void watch() {
    try (TopicSignals.Watch watch = signals.watch(name)) {
      while (running) {
        try {
          look();
        } catch (DataAccessException | TransactionException unreachable) {
          // The database is away; the next look will see it.
        }
        watch.await(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
