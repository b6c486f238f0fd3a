package org.healthassistant.assistant.turn;

import java.time.Duration;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Completes what nobody completed: the reply of an SMS at once, that of a web request that died
/// when its time budget is over.
@Component
class ReplyTask implements TaskHandler {

  static final String NAME = "reply";

  /// A task that waits holds a worker; it is better run again.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ObjectProvider<Corridor> corridor;
  private final RealClock clock;

  ReplyTask(ObjectProvider<Corridor> corridor, RealClock clock) {
    this.corridor = corridor;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Next run(String messageId) {
    return corridor.getObject().complete(messageId, PATIENCE).isPresent()
        ? new Next.Done()
        : new Next.Again(clock.instant().plusSeconds(1));
  }
}
