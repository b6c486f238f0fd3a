package org.healthassistant.assistant.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.ResolvableType;

/// What a value must be that could not be read as its kind.
final class WrongValue {

  private static final Map<Class<?>, String> MUST = Map.of(
      Duration.class, "must be a duration such as 30s, 15m or 4h",
      Boolean.class, "must be true or false",
      Integer.class, "must be a whole number",
      Double.class, "must be a number",
      OffsetDateTime.class, "must be an RFC 3339 time such as 2026-11-24T09:00:00-05:00",
      ZoneId.class, "must be a time zone such as America/New_York");

  private WrongValue() {}

  /// The end of a sentence that begins with the setting. The value is shown only where its kind
  /// cannot be a secret.
  static String describe(ResolvableType target, String value) {
    Class<?> type = ResolvableType.forClass(target.resolve(Object.class)).resolve(Object.class);
    if (type == URI.class) {
      return "must be an http or https address, such as https://example.org";
    }
    if (type == Path.class) {
      return "is no path";
    }
    String must = MUST.get(boxed(type));
    if (must != null) {
      return must + ", got '" + value + "'";
    }
    return type.isEnum()
        ? "must be one of " + choices(type) + ", got '" + value + "'"
        : "has not the form that is documented; see docs/settings.md";
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive()
        ? org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(type)
        : type;
  }

  private static List<String> choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(name -> name instanceof Region
            ? name.toString()
            : name.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
