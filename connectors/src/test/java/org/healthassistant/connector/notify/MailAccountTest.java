package org.healthassistant.connector.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAccountTest {

  private static final String REQUIRED = "mail.smtp.starttls.required";

  @Test
  void requiresEncryptionOfAServerElsewhere() {
    assertThat(property("mail.example", Map.of(), REQUIRED)).isEqualTo("true");
    assertThat(property("mail.example", Map.of(), "mail.smtp.starttls.enable")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
  void requiresNoneOnTheSameMachine(String host) {
    assertThat(property(host, Map.of(), REQUIRED)).isEqualTo("false");
  }

  @Test
  void doesAsItsPropertiesSay() {
    assertThat(property("mail.example", Map.of(REQUIRED, "false"), REQUIRED)).isEqualTo("false");
    assertThat(property("localhost", Map.of(REQUIRED, "true"), REQUIRED)).isEqualTo("true");
  }

  private static String property(String host, Map<String, String> properties, String name) {
    return new MailAccount("smtp", host, null, null, null, Duration.ofSeconds(1), properties)
        .session()
        .getProperty(name);
  }
}
