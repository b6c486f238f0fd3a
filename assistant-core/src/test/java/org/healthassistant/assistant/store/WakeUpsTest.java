package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WakeUpsTest {

  private final WakeUps wakeUps = new WakeUps();

  @Test
  void neverMissesASignalThatCameAfterTheTicket() throws Exception {
    wakeUps.join("a");
    long ticket = wakeUps.ticket("a");
    wakeUps.signal("a");
    assertThat(wakeUps.await("a", ticket, Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void wakesAWaiterAndOnlyOfThatTopic() throws Exception {
    wakeUps.join("a");
    wakeUps.join("b");
    long ticket = wakeUps.ticket("b");
    CompletableFuture<Boolean> woken = CompletableFuture.supplyAsync(() -> {
      try {
        return wakeUps.await("a", wakeUps.ticket("a"), Duration.ofSeconds(30));
      } catch (InterruptedException e) {
        return false;
      }
    });
    while (!woken.isDone()) {
      wakeUps.signal("a");
      Thread.onSpinWait();
    }
    assertThat(woken.get()).isTrue();
    assertThat(wakeUps.await("b", ticket, Duration.ofMillis(1))).isFalse();
  }
}
