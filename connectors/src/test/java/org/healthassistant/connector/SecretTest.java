package org.healthassistant.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void isNotPrintedAndCanBeCompared() {
    Secret secret = new Secret("s3cret");
    assertThat(secret).hasToString("[REDACTED]").isEqualTo(new Secret("s3cret"));
    assertThat(secret.reveal()).isEqualTo("s3cret");
    assertThat(secret.matches("s3cret")).isTrue();
    assertThat(secret.matches("s3cre")).isFalse();
  }

  @Test
  void isNotBlank() {
    assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
