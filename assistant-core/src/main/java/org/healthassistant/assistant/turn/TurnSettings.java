package org.healthassistant.assistant.turn;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/// How long a turn may take and how fast a patient may write.
///
/// @param timeBudget from the message to the reply; unset: 20s; with a model its time-out + 5s
/// @param messagesPerMinute more than so many of one patient are refused, unless urgent
@Validated
@ConfigurationProperties("assistant.turn")
record TurnSettings(
    @DurationMin(nanos = 1, message = "must be longer than zero") @Nullable
    Duration timeBudget,

    @PositiveOrZero(message = "must not be negative") @DefaultValue("30")
    int messagesPerMinute) {

  private static final Duration WITHOUT_MODEL = Duration.ofSeconds(20);

  /// Whether questions are answered.
  ///
  /// @param enabled false: screening, escalation and paging go on, answers stop with a truthful
  ///     sentence
  @ConfigurationProperties("assistant.answers")
  record Answers(@DefaultValue("true") boolean enabled) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({TurnSettings.class, TurnSettings.Answers.class})
  static class Enabled {

    @Bean
    TurnBudget turnBudget(TurnSettings settings, AnswerDesk answers) {
      return new TurnBudget(
          settings.timeBudget() != null
              ? settings.timeBudget()
              : answers.timeout().map(model -> model.plusSeconds(5)).orElse(WITHOUT_MODEL));
    }
  }
}
