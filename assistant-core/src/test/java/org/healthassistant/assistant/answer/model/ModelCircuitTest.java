package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.healthassistant.assistant.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelCircuitTest {

  private final MovableClock clock = new MovableClock();
  private final ModelCircuit circuit = new ModelCircuit(clock);

  @BeforeEach
  void fail() {
    for (int i = 0; i < ModelCircuit.FAILURES; i++) {
      assertThat(circuit.enter()).as("closed until it failed so often").isTrue();
      circuit.told(false);
    }
  }

  @Test
  void opensAfterFailuresInARow() {
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.enter()).isFalse();
  }

  @Test
  void isTriedByOneQuestionAfterItsRest() {
    later(ModelCircuit.REST);

    assertThat(circuit.enter()).isTrue();
    assertThat(circuit.enter()).as("another meanwhile").isFalse();
    circuit.told(false);

    assertThat(circuit.enter()).as("opened again at once").isFalse();
  }

  @Test
  void closesWhereTheTrialWorks() {
    later(ModelCircuit.REST);
    assertThat(circuit.enter()).isTrue();
    circuit.told(true);

    assertThat(circuit.enter()).isTrue();
    circuit.told(false);
    assertThat(circuit.enter()).as("one failure opens nothing").isTrue();
  }

  @Test
  void restsNoLongerWhenTheClockIsSetBack() {
    later(Duration.ofHours(-2));

    assertThat(circuit.enter()).isTrue();
  }

  private void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }
}
