package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Two ports of this machine that nobody listens on, for the service and its management.
///
/// @param service `server.port`
/// @param management `management.server.port`
public record FreePorts(int service, int management) {

  /// Asks the system for two; another process may still take them before they are used.
  public static FreePorts choose() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var one = new ServerSocket(0, 1, loopback);
        var other = new ServerSocket(0, 1, loopback)) {
      return new FreePorts(one.getLocalPort(), other.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }
}
