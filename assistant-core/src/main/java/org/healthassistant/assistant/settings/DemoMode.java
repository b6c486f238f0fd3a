package org.healthassistant.assistant.settings;

import org.springframework.core.env.PropertyResolver;

/// Whether the service runs in demo mode, with a built-in issuer of tokens, invented patients,
/// and on loopback only.
///
/// @param on demo mode is on where `assistant.identity.issuer` is unset or blank
public record DemoMode(boolean on) {

  /// The setting that ends demo mode.
  public static final String ISSUER = "assistant.identity.issuer";

  /// Reads the mode from the settings. This is the only place that decides it; beans take the
  /// [DemoMode] that is made from it, conditions use [OnDemoMode].
  public static DemoMode in(PropertyResolver settings) {
    return new DemoMode(settings.getProperty(ISSUER, "").isBlank());
  }
}
