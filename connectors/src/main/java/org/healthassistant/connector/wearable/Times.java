package org.healthassistant.connector.wearable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads moments, and keeps the offset in which they were written.
final class Times {

  private static final int APPLE_LENGTH = "2018-09-10 02:28:55 -0700".length();
  private static final int OFFSET_AT = 20;

  private Times() {}

  /// A moment as Apple writes it, such as `2018-09-10 02:28:55 -0700`; null for anything else.
  static @Nullable OffsetDateTime apple(@Nullable String text) {
    if (text == null || text.length() != APPLE_LENGTH) {
      return null;
    }
    try {
      int sign = text.charAt(OFFSET_AT) == '-' ? -1 : 1;
      ZoneOffset offset =
          ZoneOffset.ofHoursMinutes(sign * number(text, 21, 23), sign * number(text, 23, 25));
      return OffsetDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          number(text, 17, 19),
          0,
          offset);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /// The same moment in a zone; as it was where the zone is not known.
  static OffsetDateTime in(OffsetDateTime moment, @Nullable String zone) {
    try {
      return zone == null ? moment : moment.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime();
    } catch (DateTimeException e) {
      return moment;
    }
  }

  /// A moment of RFC 3339 with its offset; empty for anything else.
  static Optional<OffsetDateTime> read(JsonNode node) {
    try {
      return node.isString()
          ? Optional.of(OffsetDateTime.parse(node.asString()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The same with the offset that stands beside it, as `-05:00`, `-18000s` or seconds.
  static Optional<OffsetDateTime> read(JsonNode node, JsonNode offset) {
    return read(node)
        .map(moment -> offset(offset).map(moment::withOffsetSameInstant).orElse(moment));
  }

  private static Optional<ZoneOffset> offset(JsonNode node) {
    JsonNode told = node.isObject() ? node.path("totalSeconds") : node;
    try {
      if (told.isNumber()) {
        return Optional.of(ZoneOffset.ofTotalSeconds(told.asInt()));
      }
      String text = told.asString("");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          text.endsWith("s")
              ? ZoneOffset.ofTotalSeconds(Integer.parseInt(text.substring(0, text.length() - 1)))
              : ZoneOffset.of(text));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
