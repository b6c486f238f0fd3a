package org.healthassistant.assistant;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;

/// Whether one value is of its setting's kind.
final class SettingValue {

  private static final Optional<String> GOOD = Optional.empty();

  private SettingValue() {}

  /// What is wrong with a value, as the end of a sentence that begins with the setting's key; empty
  /// when nothing is.
  static Optional<String> fault(Setting setting, String value) {
    if (!setting.choices().isEmpty() && !setting.choices().contains(value)) {
      return Optional.of("must be one of " + setting.choices() + ", got '" + value + "'");
    }
    return switch (setting.kind()) {
      case "url" -> url(value);
      case "folder" -> folder(value);
      case "duration" -> duration(value);
      case "boolean" ->
        value.equals("true") || value.equals("false")
            ? GOOD
            : Optional.of("must be true or false, got '" + value + "'");
      case "integer", "number" -> number(value);
      case "timestamp" -> timestamp(value);
      case "zone" -> zone(value);
      default -> GOOD;
    };
  }

  private static Optional<String> url(String value) {
    try {
      URI uri = new URI(value);
      if (uri.getHost() != null
          && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
        return GOOD;
      }
    } catch (URISyntaxException e) {
      // As good as one without a host.
    }
    return Optional.of("must be an http or https address, such as https://example.org");
  }

  private static Optional<String> folder(String value) {
    try {
      return Files.isDirectory(Path.of(value))
          ? GOOD
          : Optional.of("names no readable folder: " + value);
    } catch (InvalidPathException e) {
      return Optional.of("is no path");
    }
  }

  private static Optional<String> duration(String value) {
    try {
      Duration duration = DurationStyle.detectAndParse(value);
      return duration.isNegative() || duration.isZero()
          ? Optional.of("must be longer than zero, got '" + value + "'")
          : GOOD;
    } catch (IllegalArgumentException e) {
      return Optional.of("must be a duration such as 30s, 15m or 4h, got '" + value + "'");
    }
  }

  private static Optional<String> number(String value) {
    try {
      return Double.parseDouble(value) < 0
          ? Optional.of("must not be negative, got '" + value + "'")
          : GOOD;
    } catch (NumberFormatException e) {
      return Optional.of("must be a number, got '" + value + "'");
    }
  }

  private static Optional<String> timestamp(String value) {
    try {
      OffsetDateTime.parse(value);
      return GOOD;
    } catch (DateTimeException e) {
      return Optional.of(
          "must be an RFC 3339 time such as 2026-11-24T09:00:00-05:00, got '" + value + "'");
    }
  }

  private static Optional<String> zone(String value) {
    try {
      ZoneId.of(value);
      return GOOD;
    } catch (DateTimeException e) {
      return Optional.of("must be a time zone such as America/New_York, got '" + value + "'");
    }
  }
}
