package org.healthassistant.assistant;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/// What a clinic has to say before the service keeps patients for it: outside of demo mode
/// nothing that protects them has a default.
final class ClinicCheck {

  private static final String AUDIENCE = "assistant.identity.audience";
  private static final String BASE_URL = "assistant.base-url";
  private static final String TIME_ZONE = "assistant.time-zone";
  private static final String DATABASE = "spring.datasource.url";
  private static final String ALLOW_H2 = "assistant.allow-h2";
  private static final String BEHIND_PROXY = "assistant.behind-proxy";
  private static final String MASTER_KEY = "assistant.crypto.master-key";
  private static final String SMS_PROVIDER = "assistant.sms.provider";
  private static final List<String> CERTIFICATES =
      List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

  private final PropertyResolver settings;
  private final List<String> faults = new ArrayList<>();

  private ClinicCheck(PropertyResolver settings) {
    this.settings = settings;
  }

  /// The faults, each with the setting and what to do; empty: all is well.
  static List<String> faults(PropertyResolver settings) {
    ClinicCheck check = new ClinicCheck(settings);
    check.needed(MASTER_KEY, "32 random bytes in Base64");
    check.needed(
        AUDIENCE,
        "what a token's `aud` must hold, so that no token made for another program is taken");
    check.needed(BASE_URL, "where people reach the service, such as https://assistant.example.org");
    check.needed(TIME_ZONE, "where the clinic is, such as America/New_York");
    check.database();
    check.transport();
    if (check.text(SMS_PROVIDER).equalsIgnoreCase("demo")) {
      check.faults.add("'" + SMS_PROVIDER + "' is demo, which works only in demo mode; set it to"
          + " none, twilio or kannel");
    }
    return List.copyOf(check.faults);
  }

  private void needed(String key, String what) {
    if (text(key).isEmpty()) {
      faults.add("'" + key + "' is needed outside of demo mode (" + what + ")");
    }
  }

  private void database() {
    String url = text(DATABASE);
    if (url.startsWith("jdbc:postgresql:") || isOn(ALLOW_H2)) {
      return;
    }
    faults.add("'" + DATABASE + "' "
        + (url.isEmpty() ? "is needed outside of demo mode" : "names no PostgreSQL database")
        + " (such as jdbc:postgresql://db.example.org/assistant, with spring.datasource.username"
        + " and .password); the embedded H2, which loses data when power fails, only with '"
        + ALLOW_H2 + "=true'");
  }

  /// Patients' words go over the network enciphered, by this service or by a proxy before it.
  private void transport() {
    Optional<URI> base = address(text(BASE_URL));
    boolean toOthers = base.isPresent() && !isLoopback(String.valueOf(base.get().getHost()));
    if (toOthers && "http".equals(base.get().getScheme())) {
      faults.add("'" + BASE_URL + "' begins with http, but cookies and patients' words need https");
    }
    boolean enciphered =
        CERTIFICATES.stream().anyMatch(key -> !text(key).isEmpty()) || isOn(BEHIND_PROXY);
    if (!enciphered && (toOthers || !isLoopback(text("server.address")))) {
      faults.add("'" + BEHIND_PROXY + "' is not set, and there is no certificate: set it to true"
          + " where a proxy ends TLS ('assistant.proxies' names it), or give 'server.ssl.bundle' or"
          + " 'server.ssl.certificate', or listen on this machine alone"
          + " ('server.address=127.0.0.1')");
    }
  }

  private boolean isOn(String key) {
    return text(key).equalsIgnoreCase("true");
  }

  private String text(String key) {
    return settings.getProperty(key, "").strip();
  }

  private static Optional<URI> address(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Reported with the setting itself.
    }
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    try {
      return name.equals("localhost")
          || (!name.isEmpty() && InetAddress.ofLiteral(name).isLoopbackAddress());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
