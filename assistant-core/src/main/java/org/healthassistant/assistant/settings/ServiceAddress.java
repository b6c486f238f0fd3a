package org.healthassistant.assistant.settings;

import java.net.URI;

/// The address under which others reach the service: `assistant.base-url`, else the port on
/// loopback.
///
/// @param base without a slash at its end
public record ServiceAddress(String base) {

  /// Removes a slash at the end.
  public ServiceAddress {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /// The address of a path of the service.
  ///
  /// @param path begins with a slash
  public URI to(String path) {
    return URI.create(base + path);
  }
}
