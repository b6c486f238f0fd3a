package org.healthassistant.assistant.workspace.frame;

import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.safety.Level;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/// How the workspace behaves.
///
/// @param callAfter after how long an unseen reply asks for a call
@Validated
@ConfigurationProperties("assistant.workspace")
public record WorkspaceSettings(@Valid @DefaultValue CallAfter callAfter) {

  /// Whether a reply that the patient has not seen asks for a call by now.
  public boolean asksForCall(Level level, Instant repliedAt, Instant now) {
    Duration wait = level == Level.EMERGENCY ? callAfter.emergency() : callAfter.other();
    return !now.isBefore(repliedAt.plus(wait));
  }

  /// After how long an unseen reply asks for a call.
  ///
  /// @param emergency a reply unseen for so long asks for a call, at EMERGENCY
  /// @param other a reply unseen for so long asks for a call, at other levels
  record CallAfter(
      @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("5m")
      Duration emergency,

      @DurationMin(nanos = 1, message = "must be longer than zero") @DefaultValue("60m")
      Duration other) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkspaceSettings.class)
  static class Enabled {}
}
