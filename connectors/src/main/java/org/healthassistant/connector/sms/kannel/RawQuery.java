package org.healthassistant.connector.sms.kannel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The parameters of a query string as bytes, for one whose values are not all in the same
/// character set.
final class RawQuery {
  private RawQuery() {}

  /// Percent-decodes names and values; of a repeated name the first value counts.
  ///
  /// @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
  static Map<String, byte[]> parse(String rawQuery) {
    Map<String, byte[]> parameters = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.putIfAbsent(new String(decode(name), StandardCharsets.UTF_8), decode(value));
    }
    return parameters;
  }

  private static byte[] decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); at++) {
      char c = encoded.charAt(at);
      if (c == '%') {
        bytes.write(hex(encoded, at + 1) << 4 | hex(encoded, at + 2));
        at += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(String encoded, int at) {
    int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("the query string has a broken percent-encoding");
    }
    return digit;
  }
}
