package org.healthassistant.assistant.turn;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long a turn may take and how fast a patient may write.
///
/// @param timeBudget from T1 to the reply; null: 20 s, or with a model its time-out and 5 s
/// @param messagesPerMinute more than so many of one subject are refused, unless they are urgent
@ConfigurationProperties("assistant.turn")
record TurnSettings(
    @Nullable Duration timeBudget, @DefaultValue("30") int messagesPerMinute) {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TurnSettings.class)
  static class Enabled {

    @Bean
    TurnBudget turnBudget(
        TurnSettings settings,
        @Value("${assistant.model.provider:none}") String provider,
        @Value("${assistant.model.timeout:30s}") Duration modelTimeout) {
      if (settings.timeBudget() != null) {
        return new TurnBudget(settings.timeBudget());
      }
      return new TurnBudget(
          provider.equals("none") ? Duration.ofSeconds(20) : modelTimeout.plusSeconds(5));
    }
  }
}
