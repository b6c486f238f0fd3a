package org.healthassistant.evaluation.report;

import java.util.List;

/// A self-contained HTML page of headed sections with tables: it loads nothing, follows the
/// reader's light or dark setting, and escapes every text it is given.
public final class HtmlReport {

  private static final String HEAD = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark; --line: #8886; --good: #0a6b2d; --bad: #a3161c; }
      @media (prefers-color-scheme: dark) { :root { --good: #6fd58f; --bad: #ff8f8f; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%%; margin: .5rem 0 1rem; }
      th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
      td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
      .ok, .improved { color: var(--good); font-weight: 600; }
      .failed { color: var(--bad); font-weight: 600; }
      .quiet { opacity: .75; }
      code { overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private final StringBuilder html = new StringBuilder();

  /// A page of this title.
  public HtmlReport(String title) {
    html.append(HEAD.formatted(escaped(title)));
  }

  /// Begins a section.
  public HtmlReport section(String heading) {
    html.append("<h2>").append(escaped(heading)).append("</h2>\n");
    return this;
  }

  /// Adds a paragraph.
  ///
  /// @param style one of `ok`, `improved`, `failed`, `quiet`, or empty
  public HtmlReport paragraph(String text, String style) {
    html.append("<p class=\"").append(escaped(style)).append("\">");
    html.append(escaped(text)).append("</p>\n");
    return this;
  }

  /// Adds a line of code.
  public HtmlReport code(String text) {
    html.append("<p><code>").append(escaped(text)).append("</code></p>\n");
    return this;
  }

  /// Adds a table.
  ///
  /// @param rows each as long as the head
  public HtmlReport table(List<String> head, List<List<Cell>> rows) {
    html.append("<table>\n<thead><tr>");
    head.forEach(name -> html.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td class=\"")
          .append(escaped(cell.style()))
          .append("\">")
          .append(escaped(cell.text()))
          .append("</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    return this;
  }

  /// The whole page.
  public String page() {
    return html + "</body>\n</html>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A cell of a table.
  ///
  /// @param style `number`, `ok`, `improved`, `failed`, `quiet`, or empty
  public record Cell(String text, String style) {}
}
