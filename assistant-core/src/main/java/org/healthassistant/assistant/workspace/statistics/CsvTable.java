package org.healthassistant.assistant.workspace.statistics;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of comma-separated values (RFC 4180): which columns it has, and how each is read
/// from a row.
///
/// Kept by hand and not by Jackson's `CsvMapper`: that knows no protection against formulas, so
/// the larger part would remain here.
///
/// @param <T> what a row is made of
/// @param columns from the left, at least one
record CsvTable<T>(List<Column<T>> columns) {

  /// With these a spreadsheet begins a formula.
  private static final String FORMULA = "=+-@\t\r";

  CsvTable {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table must have a column");
    }
    columns = List.copyOf(columns);
  }

  /// The header and a line for each row, each ended by CR and LF, in UTF-8 without a byte order
  /// mark. A text that a spreadsheet would take for a formula gets an apostrophe in front.
  String write(Collection<? extends T> rows) {
    Stream<String> header = Stream.of(line(columns.stream().map(Column::name)));
    Stream<String> lines = rows.stream()
        .map(row -> line(columns.stream().map(column -> column.value().apply(row))));
    return Stream.concat(header, lines).collect(Collectors.joining());
  }

  private static String line(Stream<?> values) {
    return values.map(CsvTable::field).collect(Collectors.joining(",", "", "\r\n"));
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

  /// One column.
  ///
  /// @param name as in the header
  /// @param value what of a row stands there; an empty text: nothing
  record Column<T>(String name, Function<? super T, ?> value) {}
}
