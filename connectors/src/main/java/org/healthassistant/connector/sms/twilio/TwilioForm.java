package org.healthassistant.connector.sms.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The fields of a form or query as they were sent, in their order, repeats included: a signature
/// covers them all.
///
/// @param fields decoded
public record TwilioForm(List<Field> fields) {

  /// Copies the fields.
  public TwilioForm {
    fields = List.copyOf(fields);
  }

  /// Decodes a body or a query string; an empty one has no fields.
  ///
  /// @param encoded `application/x-www-form-urlencoded`, UTF-8
  /// @throws IllegalArgumentException if the encoding is broken; holds no value
  public static TwilioForm of(String encoded) {
    List<Field> fields = new ArrayList<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        fields.add(new Field(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1))));
      }
    }
    return new TwilioForm(fields);
  }

  /// The value of a field; empty where there is none of that name.
  public String value(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  /// Whether a name is there more than once.
  public boolean repeats() {
    return fields.stream().map(Field::name).distinct().count() < fields.size();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the form has a broken percent-encoding");
    }
  }

  /// One field.
  public record Field(String name, String value) {
    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
