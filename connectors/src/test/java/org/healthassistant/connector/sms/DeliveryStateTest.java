package org.healthassistant.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryStateTest {
  @Test
  void onlyMovesForward() {
    assertThat(DeliveryState.QUEUED.after(DeliveryState.DELIVERED))
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(DeliveryState.DELIVERED.after(DeliveryState.SENT))
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(DeliveryState.SENT.after(DeliveryState.FAILED)).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void doesNotChangeBetweenTheTwoFinalStates() {
    assertThat(DeliveryState.FAILED.after(DeliveryState.DELIVERED)).isEqualTo(DeliveryState.FAILED);
    assertThat(DeliveryState.DELIVERED.after(DeliveryState.FAILED))
        .isEqualTo(DeliveryState.DELIVERED);
  }
}
