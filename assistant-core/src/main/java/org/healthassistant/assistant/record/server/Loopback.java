package org.healthassistant.assistant.record.server;

import java.net.InetAddress;
import java.net.URI;

/// Tells this machine from others, without asking the network.
public final class Loopback {

  private Loopback() {}

  /// Whether an address is one of this machine by its own words.
  public static boolean is(URI address) {
    String host = String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
    try {
      return host.equalsIgnoreCase("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
