package org.healthassistant.assistant.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tokens with which the demo portal's page hands its patient to the widget.
@Component
public class PortalTokens {

  private static final Duration TERM = Duration.ofMinutes(30);

  private final Optional<DemoIssuer> issuer;

  PortalTokens(Optional<DemoIssuer> issuer) {
    this.issuer = issuer;
  }

  /// A token of thirty minutes for a signed-in caller; empty outside of demo mode.
  public Optional<String> mint(Caller caller) {
    List<String> roles = caller.roles().stream().map(role -> role.code()).toList();
    return issuer.map(demo ->
        demo.token(caller.id(), caller.name(), roles, caller.actingFor(), DemoIssuer.API, TERM));
  }
}
