package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.ingest.LeadIns;

/// Reads the paragraphs of a PDF or plain text, of which nothing but the lines is known.
///
/// A short line that stands alone and is no sentence is a heading; several of them in a row, or
/// lines without any end of a sentence, are a table or a drawing and cannot be quoted; nor can
/// lines with gaps in them, which are of columns or cells, nor what follows such columns on their
/// page, nor white words.
final class PdfText {
  private static final int HEADING = 8;
  private static final int ROWS = 3;

  private final List<Part> parts = new ArrayList<>();
  private final LineText lines;

  private boolean columns;

  private PdfText(LineText lines) {
    this.lines = lines;
  }

  /// The parts of plain text, of which the paragraphs are known.
  static List<Part> read(DocumentNode document) {
    return read(List.of(String.join(
        "\n\n",
        document.below(it -> it.is("p", "h1", "h2", "h3")).stream()
            .map(Outline::text)
            .toList())));
  }

  /// The parts of pages whose paragraphs are parted by blank lines.
  static List<Part> read(List<String> pages) {
    PdfText text = new PdfText(new LineText(String.join("\n", pages), false));
    for (String page : pages) {
      text.columns = false;
      for (String paragraph : page.split("\\n\\s*\\n")) {
        text.columns =
            text.columns || paragraph.lines().filter(PdfText::isParted).count() >= ROWS;
        text.paragraph(paragraph);
      }
    }
    return text.withHeadings();
  }

  private static boolean isParted(String line) {
    return line.strip().indexOf(PdfPages.GAP) >= 0;
  }

  private void paragraph(String text) {
    List<String> all =
        text.lines().map(LineText::clean).filter(it -> !it.isEmpty()).toList();
    if (all.isEmpty()) {
      return;
    }
    if (columns || text.lines().anyMatch(PdfText::isParted) || text.indexOf(PdfPages.PALE) >= 0) {
      parts.add(Part.unquotable(String.join(
          " | ",
          text.lines()
              .map(line -> LineText.clean(line.strip().replace("" + PdfPages.GAP, " | ")))
              .filter(it -> !it.isEmpty())
              .toList())));
      return;
    }
    if (all.size() > 1 && Headings.kindOf(all.getFirst()) != SectionKind.TOPIC) {
      parts.add(Part.paragraph(all.getFirst()));
      paragraph(String.join("\n", all.subList(1, all.size())));
      return;
    }
    List<Part> read = lines.parts(text);
    boolean prose = read.stream().anyMatch(it -> it.form() != Part.Form.PARAGRAPH)
        || all.size() < ROWS
        || text.matches("(?s).*[.!?:].*");
    if (!prose) {
      parts.add(Part.unquotable(String.join(" | ", all)));
    } else if (goesOn(read.getFirst())) {
      Part before = parts.removeLast();
      String joined = lines.join(List.of(before.text(), read.getFirst().text()));
      parts.add(new Part(before.form(), before.depth(), joined));
      parts.addAll(read.subList(1, read.size()));
    } else {
      parts.addAll(read);
    }
  }

  /// Whether a paragraph is the rest of one that was broken, for instance by a page's end.
  private boolean goesOn(Part next) {
    return !parts.isEmpty()
        && next.form() == Part.Form.PARAGRAPH
        && parts.getLast().form() != Part.Form.UNQUOTABLE
        && Character.isLowerCase(next.text().codePointAt(0))
        && !parts.getLast().text().matches("(?s).*[.!?:;…][\"'”’»)\\]]*");
  }

  private List<Part> withHeadings() {
    List<Part> read = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int end = i;
      while (end < parts.size() && mayBeHeading(parts.get(end))) {
        end++;
      }
      boolean ledTo = i > 0 && LeadIns.opens(parts.get(i - 1).text());
      if (end == i || ledTo) {
        read.add(parts.get(i));
      } else if (end - i >= ROWS && i > 0) {
        parts.subList(i, end).forEach(row -> read.add(Part.unquotable(row.text())));
        i = end - 1;
      } else {
        read.add(Part.heading(read.isEmpty() ? 1 : 2, parts.get(i).text()));
      }
    }
    return read;
  }

  private static boolean mayBeHeading(Part part) {
    String text = part.text();
    return part.form() == Part.Form.PARAGRAPH
        && text.split(" ").length <= HEADING
        && !Character.isLowerCase(text.codePointAt(0))
        && !text.matches("(?s).*[.:;,!…][\"'”’»)\\]]*");
  }
}
