package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TopicSignalsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final TopicSignals signals = new TopicSignals();

  @Test
  void neverMissesASignalThatCameSinceTheWatchBegan() throws Exception {
    try (var watch = signals.watch("a")) {
      signals.signal("a");
      assertThat(watch.await(LONG)).isTrue();
    }
  }

  @Test
  void wakesForASignalOnlyOnce() throws Exception {
    try (var watch = signals.watch("a")) {
      signals.signal("a");
      signals.signal("a");
      assertThat(watch.await(LONG)).isTrue();
      assertThat(watch.await(Duration.ofMillis(1))).as("both were seen").isFalse();
    }
  }

  @Test
  void wakesAWaiterAndOnlyOfThatTopic() throws Exception {
    try (var other = signals.watch("b")) {
      CompletableFuture<Boolean> woken = CompletableFuture.supplyAsync(this::awaitA);
      while (!woken.isDone()) {
        signals.signal("a");
        Thread.onSpinWait();
      }
      assertThat(woken.get()).isTrue();
      assertThat(other.await(Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void keepsATopicWhileSomebodyWatchesIt() {
    var first = signals.watch("a");
    var second = signals.watch("a");
    first.close();
    assertThat(signals.watched()).isEqualTo(1);
    second.close();
    assertThat(signals.watched()).isZero();
  }

  private boolean awaitA() {
    try (var watch = signals.watch("a")) {
      return watch.await(LONG);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
