package org.healthassistant.assistant.workspace.frame;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.safety.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// How the workspace behaves.
///
/// @param callAfter after how long an unseen reply asks for a call
@ConfigurationProperties("assistant.workspace")
public record WorkspaceSettings(@DefaultValue CallAfter callAfter) {

  /// Whether a reply that the patient has not seen asks for a call by now.
  public boolean asksForCall(Level level, Instant repliedAt, Instant now) {
    Duration wait = level == Level.EMERGENCY ? callAfter.emergency() : callAfter.other();
    return !now.isBefore(repliedAt.plus(wait));
  }

  record CallAfter(
      @DefaultValue("5m") Duration emergency,
      @DefaultValue("60m") Duration other) {
    CallAfter {
      if (!emergency.isPositive() || !other.isPositive()) {
        throw new IllegalArgumentException(
            "assistant.workspace.call-after.{emergency,other} must be above 0");
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkspaceSettings.class)
  static class Enabled {}
}
