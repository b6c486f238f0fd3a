package org.healthassistant.assistant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.convert.DurationStyle;

/// Finds everything that is wrong with the settings at once, each fault with what to do. A secret's
/// value is never repeated.
final class SettingsCheck {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final int MASTER_KEY_BYTES = 32;
  private static final Duration LONGEST_WATCH = Duration.ofSeconds(10);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(15);

  private final Map<String, Setting> known = new TreeMap<>();
  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  private SettingsCheck(Map<String, String> values) {
    this.values = values;
    Setting.all().forEach(setting -> known.put(setting.key(), setting));
  }

  /// The faults, in the order of the keys; empty when all is well.
  ///
  /// @param values every property given under `assistant.`, and `server.address`,
  ///     `management.server.address`, `spring.datasource.url` where given
  static List<String> faults(Map<String, String> values) {
    SettingsCheck check = new SettingsCheck(values);
    new TreeMap<>(values).forEach(check::value);
    check.combinations();
    return List.copyOf(check.faults);
  }

  private void value(String key, String value) {
    if (!key.startsWith("assistant.")) {
      return;
    }
    Optional<Setting> setting = setting(key);
    if (setting.isEmpty()) {
      faults.add("'" + key + "' is unknown; did you mean '" + nearest(key) + "'?");
    } else if (!value.isBlank()) {
      SettingValue.fault(setting.get(), value)
          .ifPresent(fault -> faults.add("'" + key + "' " + fault));
    }
  }

  private Optional<Setting> setting(String key) {
    int bracket = key.indexOf('[');
    return Optional.ofNullable(known.get(bracket < 0 ? key : key.substring(0, bracket)));
  }

  private void combinations() {
    dataDirectory();
    masterKey();
    boolean demo = value("assistant.identity.issuer").isEmpty();
    if (demo) {
      onlyLoopback("server.address");
      onlyLoopback("management.server.address");
    } else {
      required("assistant.crypto.master-key", "outside of demo mode (32 random bytes in Base64)");
    }
    if (value("assistant.model.provider").filter(p -> !p.equals("none")).isPresent()) {
      required("assistant.model.name", "with a model");
      if (value("assistant.model.provider").filter("openai"::equals).isPresent()) {
        required("assistant.model.base-url", "with the provider openai");
      }
    }
    if (value("assistant.sms.provider").filter("kannel"::equals).isPresent()) {
      List.of("send-url", "username", "password", "from", "inbound-secret")
          .forEach(name -> required("assistant.sms.kannel." + name, "with the provider kannel"));
    }
    if (value("assistant.sms.provider").filter("twilio"::equals).isPresent()) {
      List.of("account-sid", "auth-token", "from", "public-url")
          .forEach(name -> required("assistant.sms.twilio." + name, "with the provider twilio"));
    }
    value("assistant.escalation.watchdog.every")
        .filter(every -> isLonger(every, LONGEST_WATCH))
        .ifPresent(
            every -> faults.add("'assistant.escalation.watchdog.every' must be 10s at most, so"
                + " that everything is found within 30 s, got '" + every + "'"));
    value("assistant.workspace.idle-lock")
        .filter(after -> isLonger(after, LONGEST_IDLE))
        .ifPresent(
            after -> faults.add("'assistant.workspace.idle-lock' must be 15m at most, so that"
                + " a screen left alone shows no patient, got '" + after + "'"));
    if (value("assistant.escalation.webhook.url").isPresent()) {
      required("assistant.escalation.webhook.secret", "with a webhook");
    }
  }

  private static boolean isLonger(String duration, Duration limit) {
    try {
      return DurationStyle.detectAndParse(duration).compareTo(limit) > 0;
    } catch (IllegalArgumentException noDuration) {
      return false;
    }
  }

  private void dataDirectory() {
    Path directory = Path.of(value("assistant.data-directory").orElse("./var")).toAbsolutePath();
    Path existing = directory;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      faults.add("'assistant.data-directory' cannot be written: "
          + directory
          + "; give it to this user or choose another");
    }
  }

  private void masterKey() {
    value("assistant.crypto.master-key")
        .filter(key -> !isKey(key.strip()))
        .ifPresent(key -> faults.add(
            "'assistant.crypto.master-key' must be 32 random bytes in Base64; make one with"
                + " `openssl rand -base64 32`"));
  }

  private static boolean isKey(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length == MASTER_KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void onlyLoopback(String key) {
    value(key)
        .filter(address -> !LOOPBACK.contains(address.toLowerCase(Locale.ROOT)))
        .ifPresent(address -> faults.add("'"
            + key
            + "' is "
            + address
            + ", but demo mode listens on loopback only; set"
            + " 'assistant.identity.issuer', or leave it out"));
  }

  private void required(String key, String when) {
    if (value(key).isEmpty()) {
      faults.add("'" + key + "' is needed " + when);
    }
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  private String nearest(String key) {
    return known.keySet().stream()
        .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
        .orElse("");
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
