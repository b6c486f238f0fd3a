package org.healthassistant.connector.model;

import java.net.URI;
import java.time.Duration;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// How to reach a language model.
///
/// @param baseUrl of the server, up to and with `/v1`
/// @param name of the model
/// @param apiKey null for a server that wants none
/// @param temperature from 0 (the same answer each time) to 2
/// @param timeout for connecting and for the whole reply
public record ModelSettings(
    URI baseUrl, String name, @Nullable Secret apiKey, double temperature, Duration timeout) {
  /// Checks name, temperature and time.
  public ModelSettings {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model must have a name");
    }
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be from 0 to 2, got " + temperature);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
    }
  }
}
