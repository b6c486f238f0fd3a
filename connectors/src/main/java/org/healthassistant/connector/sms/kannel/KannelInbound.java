package org.healthassistant.connector.sms.kannel;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.healthassistant.connector.sms.InboundSms;

/// Reads the requests that Kannel makes.
///
/// Its `get-url` ends in `?secret=…&from=%p&to=%P&text=%b&id=%I&ts=%T&charset=%C`. A query
/// string holds a patient's number and words: it must not be logged.
public final class KannelInbound {
  /// Shorter numbers are short codes, which have no country code.
  private static final int SHORTEST_FULL_NUMBER = 8;

  private KannelInbound() {}

  /// Reads a text from a query string: `from`, `to`, `text`, `id`, `ts` (epoch seconds) and
  /// `charset`.
  ///
  /// The text is decoded by `charset`, so that one in UTF-16BE, which Kannel sends without
  /// `mo-recode`, comes whole. Numbers come with and without `+`; one of eight digits or more
  /// gets it. Unknown parameters are passed over, and of a repeated one the first counts.
  ///
  /// @param rawQuery as received, still percent-encoded
  /// @param now the time of the text if `ts` is missing or unreadable
  /// @throws IllegalArgumentException if `from` or `id` is missing or the encoding is broken;
  ///     holds no value
  public static InboundSms text(String rawQuery, Instant now) {
    Map<String, byte[]> raw = RawQuery.parse(rawQuery);
    Map<String, String> decoded = new HashMap<>();
    raw.forEach((name, value) -> decoded.put(name, new String(value, StandardCharsets.UTF_8)));
    if (raw.containsKey("text")) {
      decoded.put(
          "text", new String(raw.get("text"), charset(decoded.getOrDefault("charset", ""))));
    }
    return text(decoded, now);
  }

  /// Reads a text from parameters that have been decoded already, as [#text(String, Instant)]
  /// does.
  ///
  /// Only right where Kannel sends UTF-8 (`mo-recode = true`).
  ///
  /// @throws IllegalArgumentException if `from` or `id` is missing; holds no value
  public static InboundSms text(Map<String, String> parameters, Instant now) {
    return new InboundSms(
        KannelGateway.NAME,
        required(parameters, "id"),
        number(required(parameters, "from")),
        number(parameters.getOrDefault("to", "")),
        parameters.getOrDefault("text", ""),
        at(parameters.getOrDefault("ts", ""), now));
  }

  /// Reads a delivery report: `id` (our message) and `type` (1, 2, 4, 8 or 16).
  ///
  /// @throws IllegalArgumentException if one is missing or the type is none of these
  public static DeliveryReport report(Map<String, String> parameters) {
    DeliveryState state = switch (required(parameters, "type")) {
      case "1" -> DeliveryState.DELIVERED;
      case "2", "16" -> DeliveryState.FAILED;
      case "4" -> DeliveryState.QUEUED;
      case "8" -> DeliveryState.SENT;
      default -> throw new IllegalArgumentException("parameter 'type' must be 1, 2, 4, 8 or 16");
    };
    return new DeliveryReport(required(parameters, "id"), state);
  }

  private static String required(Map<String, String> parameters, String name) {
    String value = parameters.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "parameter '" + name + "' is missing; add it to Kannel's get-url or dlr-url");
    }
    return value;
  }

  /// A `+` that was not percent-encoded has become a space, which is stripped and put back as
  /// `+`.
  private static String number(String written) {
    String bare = written.strip();
    boolean full =
        bare.length() >= SHORTEST_FULL_NUMBER && bare.chars().allMatch(Character::isDigit);
    return full ? "+" + bare : bare;
  }

  private static Instant at(String epochSeconds, Instant now) {
    return epochSeconds.matches("\\d{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(epochSeconds))
        : now;
  }

  /// The named character set, or UTF-8 for `GSM`, which Kannel writes as UTF-8, and for what is
  /// not known.
  private static Charset charset(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    try {
      return wanted.isEmpty() || !Charset.isSupported(wanted)
          ? StandardCharsets.UTF_8
          : Charset.forName(wanted);
    } catch (IllegalCharsetNameException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
