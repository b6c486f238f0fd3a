package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.ingest.LeadIns;

/// Makes an outline of a document's tree: headings, prose, items and rows in their order
/// (`page.yaml`).
///
/// Menus, scripts, deleted and hidden text are left out. Of a page's header and forms only
/// headings and lead-ins are read, unless all its text is there.
final class Outline {
  private static final Page PAGE = DataFile.read(Outline.class, "page.yaml", Page.class);
  private static final int FOLDED = 6;

  private final LineText lines;
  private final boolean linesCount;
  private final boolean everything;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private boolean folded;

  record Page(Set<String> leftOut, Set<String> asides, Set<String> blocks, Set<String> buttons) {}

  private Outline(LineText lines, boolean linesCount, boolean everything) {
    this.lines = lines;
    this.linesCount = linesCount;
    this.everything = everything;
  }

  /// The outline of a document.
  ///
  /// @param linesCount whether the lines of its text are the document's own, as of a PDF, and not
  ///     only how its file is broken
  static List<Part> read(DocumentNode document, boolean linesCount) {
    LineText lines = new LineText(text(document), !linesCount);
    List<Part> parts = new Outline(lines, linesCount, false).whole(document);
    return parts.stream().allMatch(Part::heading)
        ? new Outline(lines, linesCount, true).whole(document)
        : parts;
  }

  /// All text below a node, that of left-out elements too.
  static String text(DocumentNode node) {
    StringBuilder text = new StringBuilder(node.text());
    node.children().forEach(child -> text.append(text(child)));
    return PAGE.blocks().contains(node.name()) ? text.append('\n').toString() : text.toString();
  }

  private List<Part> whole(DocumentNode node) {
    children(node);
    flush();
    return parts;
  }

  private void children(DocumentNode node) {
    for (int i = 0; i < node.children().size(); i++) {
      node(node.children().get(i));
    }
  }

  private void node(DocumentNode node) {
    String name = node.name();
    if (name.isEmpty()) {
      words.append(linesCount ? node.text() : node.text().replaceAll("[\\r\\n]", " "));
    } else if (isLeftOut(node)) {
      return;
    } else if (PAGE.asides().contains(name) && !everything) {
      aside(node);
    } else if (isHeading(node)) {
      heading(node, level(node));
    } else if (isButton(node)) {
      button(node);
    } else if (name.equals("li")) {
      item(node, 0);
    } else if (node.is("ul", "ol", "menu")) {
      flush();
      list(node, 0);
    } else if (name.equals("table")) {
      flush();
      table(node);
    } else if (name.equals("dl")) {
      flush();
      definitions(node);
    } else if (name.equals("br")) {
      words.append('\n');
    } else if (PAGE.blocks().contains(name)) {
      flush();
      block(node);
    } else {
      children(node);
    }
  }

  private void table(DocumentNode table) {
    boolean apart = isBehindLeadIn();
    for (Part row : new TableRows(table).parts(cell -> inner(cell))) {
      parts.add(apart && row.form() == Part.Form.ITEM ? Part.unquotable(row.text()) : row);
    }
  }

  /// Whether the items just before belong to a lead-in, so that a row behind them would be taken
  /// for one of them.
  private boolean isBehindLeadIn() {
    int before = parts.size() - 1;
    while (before >= 0 && parts.get(before).form() == Part.Form.ITEM) {
      before--;
    }
    return before >= 0
        && before < parts.size() - 1
        && LeadIns.opens(parts.get(before).text());
  }

  private void block(DocumentNode node) {
    if (node.is("p") && isBold(node)) {
      String text = oneLine(node);
      if (!text.isEmpty() && text.split(" ").length <= 10 && !text.matches(".*[.:,;!]")) {
        parts.add(Part.heading(FOLDED, text));
        return;
      }
    }
    children(node);
    flush();
  }

  private List<Part> inner(DocumentNode node) {
    return new Outline(lines, linesCount, everything).whole(node);
  }

  private void aside(DocumentNode node) {
    flush();
    for (Part part : inner(node)) {
      if (part.heading() || LeadIns.opens(part.text())) {
        parts.add(part);
      }
    }
  }

  private void heading(DocumentNode node, int level) {
    flush();
    String text = oneLine(node);
    parts.add(Part.heading(level, text));
    folded = node.is("summary") || isButton(node) || node.holds(Outline::isButton);
  }

  private void button(DocumentNode node) {
    flush();
    String text = oneLine(node);
    if (!text.isEmpty() && !PAGE.buttons().contains(text.toLowerCase(Locale.ROOT))) {
      parts.add(Part.heading(isFold(node) ? FOLDED : Part.BUTTON, text));
      folded = true;
    }
  }

  private void list(DocumentNode list, int depth) {
    for (DocumentNode child : list.children()) {
      if (child.is("li")) {
        item(child, depth);
      } else if (child.is("ul", "ol", "menu")) {
        list(child, depth + 1);
      } else if (!child.name().isEmpty()) {
        node(child);
      }
    }
    flush();
  }

  /// An item; one that holds headings or tables is a part of the page and no item.
  private void item(DocumentNode item, int depth) {
    flush();
    if (isLeftOut(item)) {
      return;
    }
    if (item.holds(it -> isHeading(it) || isButton(it) || it.is("table", "dl"))) {
      children(item);
      flush();
      return;
    }
    int level =
        item.attribute("level").isEmpty() ? depth : Integer.parseInt(item.attribute("level"));
    String text = oneLine(item);
    if (!text.isEmpty()) {
      parts.add(Part.item(level, text));
    }
    for (DocumentNode nested : item.below(it -> it.is("ul", "ol", "menu"))) {
      list(nested, level + 1);
    }
  }

  private void definitions(DocumentNode list) {
    List<String> terms = new ArrayList<>();
    boolean meant = false;
    for (DocumentNode node : list.below(it -> it.is("dt", "dd"))) {
      boolean flows = node.holds(it -> it.is("ul", "ol", "dl", "table") || isHeading(it));
      if (node.is("dt")) {
        if (meant) {
          terms.clear();
        }
        meant = false;
        terms.add(oneLine(node));
      } else if (flows) {
        parts.add(Part.heading(FOLDED, String.join(", ", terms)));
        children(node);
        flush();
        meant = true;
      } else {
        String meaning = oneLine(node);
        if (!meaning.isEmpty()) {
          String term = String.join(", ", terms).replaceAll("[\\s:]+$", "");
          parts.add(Part.item(0, DraftArticle.whole(term + ": " + meaning)));
        }
        meant = true;
      }
    }
  }

  private boolean isLeftOut(DocumentNode node) {
    return PAGE.leftOut().contains(node.name()) || isHidden(node) && !isFolded();
  }

  private static boolean isHidden(DocumentNode node) {
    String style = node.attribute("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return node.attributes().containsKey("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  /// Whether the text that comes is what a fold of an accordion shows when it is opened.
  private boolean isFolded() {
    return words.toString().isBlank() && !parts.isEmpty() && parts.getLast().heading() && folded;
  }

  private static boolean isHeading(DocumentNode node) {
    return node.name().matches("h[1-6]")
        || node.is("summary", "legend")
        || node.attribute("role").equals("heading");
  }

  private static int level(DocumentNode node) {
    String given =
        node.name().matches("h[1-6]") ? node.name().substring(1) : node.attribute("aria-level");
    return given.matches("[1-6]") ? Integer.parseInt(given) : FOLDED;
  }

  private static boolean isButton(DocumentNode node) {
    return node.is("button") || isFold(node);
  }

  private static boolean isFold(DocumentNode node) {
    String type = (node.attribute("class") + " " + node.attribute("data-toggle") + " "
            + node.attribute("data-bs-toggle"))
        .toLowerCase(Locale.ROOT);
    return !node.name().isEmpty()
        && (node.attributes().containsKey("aria-expanded")
            || node.attributes().containsKey("aria-controls")
            || node.attribute("role").equals("tab")
            || node.is("button", "a") && type.matches(".*(accordion|collapse|toggle).*")
            || type.matches(".*accordion[-_a-z]*(header|heading|title|button|trigger|toggle).*"));
  }

  private static boolean isBold(DocumentNode paragraph) {
    return paragraph.children().stream()
            .allMatch(
                it -> it.is("b", "strong") || it.name().isEmpty() && it.text().isBlank())
        && paragraph.children().stream().anyMatch(it -> !it.name().isEmpty());
  }

  /// A node's own words on one line, without those of lists below it; for an image its wording.
  private String oneLine(DocumentNode node) {
    StringBuilder line = new StringBuilder();
    node.children().forEach(child -> line(child, line));
    return LineText.clean(line.toString());
  }

  private void line(DocumentNode node, StringBuilder line) {
    if (PAGE.leftOut().contains(node.name()) || isHidden(node) || node.is("ul", "ol", "menu")) {
      return;
    }
    if (node.is("img")) {
      line.append(' ').append(node.attribute("alt")).append(' ');
    }
    boolean parted = node.is("br") || PAGE.blocks().contains(node.name());
    line.append(parted ? " " : "").append(node.text());
    node.children().forEach(child -> line(child, line));
    line.append(parted ? " " : "");
  }

  private void flush() {
    String text = words.toString();
    words.setLength(0);
    if (!text.isBlank()) {
      parts.addAll(lines.parts(text));
    }
  }
}
