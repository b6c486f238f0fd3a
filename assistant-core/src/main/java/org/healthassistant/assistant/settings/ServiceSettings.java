package org.healthassistant.assistant.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The settings of the service as a whole.
///
/// @param region emergency and crisis numbers
/// @param baseUrl in links that leave the service; needed outside of demo mode; unset:
///     `http://127.0.0.1:<port>`
/// @param behindProxy a proxy ends TLS: what `assistant.proxies` say in `X-Forwarded-For` and
///     `X-Forwarded-Proto` is believed, and plain HTTP off loopback is allowed
/// @param proxies the addresses of the proxies in front as this service sees them, each an IP
///     address or a range such as `10.1.0.0/16`; unset: `127.0.0.1`, `::1`
/// @param allowH2 outside of demo mode: data may stand in the embedded H2
/// @param secretsDirectory secrets as files, named by their key
@Consistent
@Validated
@ConfigurationProperties("assistant")
public record ServiceSettings(
    @DefaultValue("US") Region region,
    @HttpUrl @Nullable URI baseUrl,
    @DefaultValue("false") boolean behindProxy,
    @DefaultValue({"127.0.0.1", "::1"}) List<String> proxies,
    @DefaultValue("false") boolean allowH2,
    @DefaultValue("/run/secrets/health-assistant") Path secretsDirectory)
    implements Checked {

  /// Copies the list.
  public ServiceSettings {
    proxies = proxies.stream().map(String::strip).toList();
  }

  @Override
  public List<Fault> faults() {
    return proxies.stream()
        .filter(proxy -> !isAddress(proxy))
        .map(proxy -> new Fault(
            "proxies",
            "names '" + proxy + "', which is neither an IP address nor a range such as"
                + " 10.1.0.0/16"))
        .toList();
  }

  private static boolean isAddress(String proxy) {
    String[] parts = proxy.split("/", 2);
    try {
      int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * Byte.SIZE;
      int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
      return prefix >= 0 && prefix <= bits;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
