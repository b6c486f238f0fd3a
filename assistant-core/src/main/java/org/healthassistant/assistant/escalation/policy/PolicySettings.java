package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What stands under `assistant.escalation` of the policy, as it is written: [PolicyReading]
/// makes sense of it.
///
/// @param steps who is paged when, by level (emergency, same-day) and, where given, category:
///     level, category, after, who (on-call, backup, team, everyone, supervisor, role:nurse, a
///     person's id), channels (webhook, email, sms) of each; unset: who is on duty; then the
///     backup or team; then everyone
/// @param repeat how often the last step is repeated
/// @param acknowledgeWithin how long an acknowledgement lasts without contact
@ConfigurationProperties("assistant.escalation")
record PolicySettings(
    @Nullable List<Written> steps,
    @DefaultValue Repeat repeat,
    @DefaultValue AcknowledgeWithin acknowledgeWithin) {

  /// @param level `emergency` or `same-day`
  /// @param category the step is for this category alone; empty: for all that have no steps
  /// @param after from the beginning, such as `2m`
  /// @param who `on-call`, `backup`, `team`, `everyone`, `supervisor`, `role:` and a role, or
  ///     an id
  /// @param channels `webhook`, `email`, `sms`; empty: all
  record Written(
      @Nullable String level,
      @Nullable String category,
      @Nullable String after,
      @Nullable List<String> who,
      @Nullable List<String> channels) {}

  /// How often the last step is repeated.
  ///
  /// @param emergency how often the last step is repeated while nobody acknowledges an EMERGENCY
  /// @param sameDay how often the last step is repeated while nobody acknowledges a SAME_DAY
  record Repeat(
      @DefaultValue("5m") Duration emergency,
      @DefaultValue("30m") Duration sameDay) {}

  /// How long an acknowledgement lasts without contact.
  ///
  /// @param emergency how long the acknowledgement of an EMERGENCY lasts without contact; then
  ///     people are paged anew
  /// @param sameDay how long the acknowledgement of a SAME_DAY lasts without contact
  record AcknowledgeWithin(
      @DefaultValue("15m") Duration emergency,
      @DefaultValue("2h") Duration sameDay) {}
}
