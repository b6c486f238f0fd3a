package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.safety.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How soon a person answers, by level: from the message to `replyBy`, in real time.
@ConfigurationProperties("assistant.escalation.reply-within")
public record ReplyWithin(
    @DefaultValue("15m") Duration emergency,
    @DefaultValue("4h") Duration sameDay,
    @DefaultValue("48h") Duration routine) {

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
