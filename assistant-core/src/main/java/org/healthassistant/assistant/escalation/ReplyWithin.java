package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.safety.Level;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How soon a person answers, by level: from the message to `replyBy`, in real time.
///
/// @param emergency how soon an EMERGENCY is to be answered, from the message to `replyBy`
/// @param sameDay how soon a SAME_DAY is to be answered, from the message to `replyBy`
/// @param routine how soon a ROUTINE is to be answered, from the message to `replyBy`
@Validated
@ConfigurationProperties("assistant.escalation.reply-within")
public record ReplyWithin(
    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("15m")
    Duration emergency,

    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("4h")
    Duration sameDay,

    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("48h")
    Duration routine) {

  /// By when, for a message of that level.
  ///
  /// @throws IllegalArgumentException for `SELF_CARE`, which is not escalated
  public Instant replyBy(Level level, Instant from) {
    return switch (level) {
      case EMERGENCY -> from.plus(emergency);
      case SAME_DAY -> from.plus(sameDay);
      case ROUTINE -> from.plus(routine);
      case SELF_CARE -> throw new IllegalArgumentException("SELF_CARE is not escalated");
    };
  }
}
