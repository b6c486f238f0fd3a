package org.healthassistant.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What was measured, each with the command that gave it, as the product's documentation shows
/// it.
///
/// @param introduction said before the table
/// @param rows in the order of the page
/// @param footnote said after the table
public record Measurements(String introduction, List<Row> rows, String footnote) {

  private static final String FILE = "measurements.yaml";

  /// Copies the list.
  public Measurements {
    rows = List.copyOf(rows);
  }

  /// One measurement; its texts are Markdown.
  ///
  /// @param number with its interval and on how many items it rests
  /// @param command what gave it
  /// @param date the day it was run; null where it was not kept
  public record Row(
      String what, String number, String command, @Nullable String date) {

    /// Checks that the table is not broken by a text.
    public Row {
      for (String text : List.of(what, number, command)) {
        if (text.isBlank() || text.contains("|") || text.contains("\n")) {
          throw new IllegalArgumentException(
              FILE + ": a text must be one line without '|', got '" + text + "'");
        }
      }
    }
  }

  /// Those of the product, from `measurements.yaml`.
  public static Measurements ofTheProduct() {
    try (InputStream in = Measurements.class.getResourceAsStream(FILE)) {
      return YAMLMapper.builder()
          .build()
          .readValue(Objects.requireNonNull(in, FILE), Measurements.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The whole page as Markdown.
  public String page() {
    String table = rows.stream()
        .map(row -> "| %s | %s | %s%s |\n"
            .formatted(
                row.what(),
                row.number(),
                row.command(),
                row.date() == null ? "" : ", " + row.date()))
        .collect(Collectors.joining());
    return """
        # Measured

        %s

        This page is made from `measurements.yaml` of the module `evaluation`; change it there.

        | what | number | command |
        | --- | --- | --- |
        %s
        %s
        """.formatted(introduction, table, footnote);
  }
}
