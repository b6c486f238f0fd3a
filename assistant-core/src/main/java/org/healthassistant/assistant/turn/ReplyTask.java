package org.healthassistant.assistant.turn;

import java.time.Duration;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Completes what nobody completed: the reply of an SMS at once, that of a web request that died
/// when its time budget is over.
@Component
class ReplyTask implements TaskHandler {

  /// A task that waits holds a worker; it is better run again.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Corridor corridor;
  private final RealClock clock;

  ReplyTask(Corridor corridor, RealClock clock) {
    this.corridor = corridor;
    this.clock = clock;
  }

  @Override
  public String name() {
    return FollowUp.REPLY_TASK;
  }

  @Override
  public Next run(String messageId) {
    return corridor.complete(messageId, PATIENCE).isPresent()
        ? new Next.Done()
        : new Next.Again(clock.instant().plus(PAUSE));
  }
}
