package org.healthassistant.assistant.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One setting, as its record documents it.
///
/// @param kind what value it takes: `text`, `secret`, `url`, `path`, `duration`, `boolean`,
///     `integer`, `number`, `timestamp`, `zone`, `list` or `choice(a|b)`
/// @param otherwise the default, as a value or in words; `–`: none
/// @param meaning what it does, with unit and bounds
public record Setting(String key, String kind, String otherwise, String meaning) {

  private static final String UNSET = "; unset: ";
  private static final Pattern SECRET =
      Pattern.compile(".*[.-](secret|password|auth-token|api-key|master-key|private-key)");
  private static final Map<String, String> KINDS = Map.of(
      Duration.class.getName(), "duration",
      URI.class.getName(), "url",
      Path.class.getName(), "path",
      Boolean.class.getName(), "boolean",
      Integer.class.getName(), "integer",
      Double.class.getName(), "number",
      OffsetDateTime.class.getName(), "timestamp",
      ZoneId.class.getName(), "zone");

  /// Reads one entry of the metadata: the words after `; unset:` are the default where no value
  /// is.
  static Setting read(String key, String type, String standard, String description) {
    int unset = description.indexOf(UNSET);
    String inWords = unset < 0 ? "–" : description.substring(unset + UNSET.length());
    return new Setting(
        key,
        kind(key, type),
        unset < 0 && !standard.isEmpty() ? standard : inWords,
        unset < 0 ? description : description.substring(0, unset));
  }

  /// Whether the value of a setting must never be shown.
  static boolean isSecret(String key) {
    return SECRET.matcher(key).matches();
  }

  private static String kind(String key, String type) {
    if (isSecret(key)) {
      return "secret";
    }
    if (type.startsWith("java.util.List")) {
      return "list";
    }
    String kind = KINDS.get(type);
    return kind != null ? kind : type.startsWith("java.lang.") ? "text" : choice(type);
  }

  private static String choice(String type) {
    try {
      return Arrays.stream(Class.forName(type).getEnumConstants())
          .map(String::valueOf)
          .map(name -> name.equals("US") ? name : name.toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining("|", "choice(", ")"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the metadata names the unknown type " + type, e);
    }
  }
}
