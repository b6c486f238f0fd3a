package org.healthassistant.assistant.record.plot;

import java.util.List;

/// What stands where in a plot of 600 units of width: what the template `record/trend.svg` draws.
///
/// Coordinates are texts, as SVG wants them, with a point whatever the language.
///
/// @param height of the whole picture
/// @param bands the usual range: one, or none where it is not known or not in sight
/// @param goals the heights of lines for goals; may be empty
/// @param rows the latest readings as a table, its heading first
record TrendDrawing(
    int height,
    String title,
    String description,
    List<Band> bands,
    List<String> goals,
    List<Label> labels,
    List<Line> lines,
    String tableTitle,
    List<Row> rows) {

  /// A range that lies behind the readings.
  record Band(String x, String y, String width, String height, String title) {}

  /// A text beside the plot.
  ///
  /// @param anchor `start` or `end`: which of its ends is at `x`
  record Label(int x, int y, String anchor, String text) {}

  /// One measure's readings, joined.
  ///
  /// @param path the points of a `polyline`
  record Line(String cssClass, String path, List<Dot> dots) {}

  /// One reading.
  record Dot(String x, String y) {}

  /// One row of the table.
  ///
  /// @param role `columnheader` or `cell`
  record Row(String role, int y, String date, String value) {}
}
