package org.healthassistant.assistant.turn;

import java.time.Duration;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Completes what nobody completed: the reply of an SMS at once, that of a web request that died
/// when its time budget is over. What always fails is left to a person.
@Component
class ReplyTask implements TaskHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyTask.class);

  /// A task that waits holds a worker; it is better run again.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// So many attempts in a row take a minute and a half: longer than slow encoders are waited
  /// for.
  private static final int GIVEN_UP_AFTER = 8;

  private final Corridor corridor;
  private final RealClock clock;

  ReplyTask(Corridor corridor, RealClock clock) {
    this.corridor = corridor;
    this.clock = clock;
  }

  @Override
  public String name() {
    return LateMeaning.REPLY_TASK;
  }

  @Override
  public Next run(String messageId, int failures) {
    if (failures < GIVEN_UP_AFTER) {
      return run(messageId);
    }
    LOG.error(
        "TU-002: no reply to message {} could be made in {} attempts; a person has to read it",
        messageId,
        failures);
    corridor.giveUp(messageId);
    return new Next.Done();
  }

  @Override
  public Next run(String messageId) {
    return corridor.complete(messageId, PATIENCE, Turn.Progress.UNSEEN).isPresent()
        ? new Next.Done()
        : new Next.Again(clock.instant().plus(PAUSE));
  }
}
