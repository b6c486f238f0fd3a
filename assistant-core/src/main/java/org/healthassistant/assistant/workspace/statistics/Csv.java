package org.healthassistant.assistant.workspace.statistics;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lines of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula
/// gets an apostrophe in front.
final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  static String line(Object... values) {
    return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(Object value) {
    String text = String.valueOf(value);
    if (value instanceof Number) {
      return text;
    }
    if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
