package org.healthassistant.assistant.escalation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What becomes of a conversation that a person has taken over and left.
///
/// @param handBackAfter so long a patient's message may wait for a word of the person who has
///     taken the conversation over, or for anything else that a person does about it; then the
///     assistant has the conversation again, and the history says so
@Validated
@ConfigurationProperties("assistant.escalation.take-over")
public record TakeOverSettings(
    @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("4h")
    Duration handBackAfter) {}
