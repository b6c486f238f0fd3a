package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/// The rows of a table, each with its header; a table whose header cannot be told is not
/// quotable.
///
/// A table without any header cell that has one column, or that holds headings, tables or long
/// texts, only lays out a page: its cells are read one after the other.
final class TableRows {
  private static final int LONG = 60;

  private final DocumentNode table;
  private final List<List<DocumentNode>> rows = new ArrayList<>();

  TableRows(DocumentNode table) {
    this.table = table;
    for (DocumentNode row : table.below(it -> it.is("tr", "table"))) {
      List<DocumentNode> cells = row.below(it -> it.is("td", "th"));
      if (row.is("tr") && cells.stream().anyMatch(cell -> !words(cell).isEmpty())) {
        rows.add(cells);
      }
    }
  }

  /// @param flow reads what a cell of a layout holds
  List<Part> parts(Function<DocumentNode, List<Part>> flow) {
    String caption = table.below(it -> it.is("caption")).stream()
        .map(TableRows::words)
        .findFirst()
        .orElse("")
        .replaceAll("[.:\\s]+$", "");
    List<Part> parts = new ArrayList<>();
    if (!has("th") && isLayout()) {
      if (!caption.isEmpty()) {
        parts.add(Part.heading(6, caption));
      }
      rows.forEach(row -> row.forEach(cell -> parts.addAll(flow.apply(cell))));
      return parts;
    }
    boolean told = isRegular();
    List<String> header = told ? header() : List.of();
    for (List<DocumentNode> row : header.isEmpty() ? rows : rows.subList(1, rows.size())) {
      String text = told
          ? row(header, row)
          : String.join(" | ", row.stream().map(TableRows::words).toList());
      String whole = DraftArticle.whole(caption.isEmpty() ? text : caption + ": " + text);
      if (!text.isBlank()) {
        parts.add(told ? Part.item(0, whole) : Part.unquotable(whole));
      }
    }
    return parts;
  }

  private boolean has(String name) {
    return rows.stream().flatMap(List::stream).anyMatch(cell -> cell.is(name));
  }

  private boolean isLayout() {
    return rows.stream()
            .allMatch(row -> row.stream().filter(it -> !words(it).isEmpty()).count() < 2)
        || rows.stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.holds(it -> it.is("table", "h1", "h2", "h3", "h4", "h5", "h6"))
                || words(cell).split(" ").length > LONG);
  }

  /// Whether every cell has one header: a first row of headers or a first cell in each row, and
  /// nothing spans.
  private boolean isRegular() {
    boolean spans = rows.stream()
        .flatMap(List::stream)
        .anyMatch(cell -> spans(cell, "colspan") || spans(cell, "rowspan"));
    boolean even = rows.stream().map(List::size).distinct().count() == 1;
    List<List<DocumentNode>> body =
        hasHeaderRow() ? rows.subList(1, Math.max(1, rows.size())) : rows;
    boolean headed = hasHeaderRow()
        || !body.isEmpty() && body.stream().allMatch(row -> row.getFirst().is("th"));
    boolean once =
        body.stream().allMatch(row -> row.stream().skip(1).noneMatch(cell -> cell.is("th")));
    return !spans && even && headed && once && !body.isEmpty();
  }

  private boolean hasHeaderRow() {
    return !rows.isEmpty()
        && rows.getFirst().stream()
            .skip(
                rows.getFirst().size() > 1 && words(rows.getFirst().getFirst()).isEmpty() ? 1 : 0)
            .allMatch(cell -> cell.is("th"))
        && rows.getFirst().stream().anyMatch(cell -> cell.is("th"))
        && (rows.getFirst().size() > 1 || rows.size() > 1);
  }

  private static boolean spans(DocumentNode cell, String attribute) {
    String span = cell.attribute(attribute).strip();
    return !span.isEmpty() && !span.equals("1");
  }

  private List<String> header() {
    return hasHeaderRow() ? rows.getFirst().stream().map(TableRows::words).toList() : List.of();
  }

  private static String row(List<String> header, List<DocumentNode> row) {
    String name = row.getFirst().is("th") ? words(row.getFirst()) : "";
    StringJoiner text = new StringJoiner("; ");
    for (int i = name.isEmpty() ? 0 : 1; i < row.size(); i++) {
      String cell = words(row.get(i));
      String of = i < header.size() ? header.get(i).replaceAll("[:\\s]+$", "") : "";
      if (!cell.isEmpty()) {
        text.add(of.isEmpty() ? cell : of + ": " + cell);
      }
    }
    String first = header.isEmpty() || header.getFirst().isEmpty() ? "" : header.getFirst() + ": ";
    return name.isEmpty() ? text.toString() : first + name + (first.isEmpty() ? ": " : "; ") + text;
  }

  /// The words of a cell on one line; what stands in blocks of its own is parted by semicolons.
  private static String words(DocumentNode cell) {
    StringBuilder words = new StringBuilder();
    collect(cell, words);
    return LineText.clean(words.toString())
        .replaceAll("(?:\\s*;)+\\s*", "; ")
        .replaceAll("([.:,!?])\\s*;", "$1")
        .replaceAll("^[;\\s]+|[;\\s]+$", "");
  }

  private static void collect(DocumentNode node, StringBuilder words) {
    if (node.is("del", "s", "strike", "script", "style")) {
      return;
    }
    boolean block = node.is("li", "p", "div", "br", "dt", "dd", "td", "th", "tr");
    words.append(block ? " ; " : "").append(node.text());
    node.children().forEach(child -> collect(child, words));
    words.append(block ? " ; " : "");
  }
}
