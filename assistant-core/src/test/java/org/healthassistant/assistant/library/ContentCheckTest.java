package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ContentCheckTest {

  private static final String ISSUER = "assistant.identity.issuer";

  @Test
  void saysLoudlyThatAClinicWithStarterContentAloneAnswersNothing() {
    assertThat(notice(Map.of(ISSUER, "https://login.example")).orElse(""))
        .startsWith("LIB-001: NO QUESTION WILL BE ANSWERED")
        .contains("assistant.knowledge.release", "assistant.knowledge.allow-starter=true");
  }

  @Test
  void isQuietWhereStarterContentIsAllowed() {
    assertThat(notice(Map.of())).isEmpty();
    assertThat(notice(
            Map.of(ISSUER, "https://login.example", "assistant.knowledge.allow-starter", "true")))
        .isEmpty();
  }

  private static Optional<String> notice(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return ContentCheck.notice(environment);
  }
}
