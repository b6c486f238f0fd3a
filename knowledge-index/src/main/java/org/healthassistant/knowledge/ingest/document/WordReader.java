package org.healthassistant.knowledge.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Reads a DOCX as its author last left it: insertions are there; deletions, text moved away,
/// hidden text, comments, notes, headers and footers are not.
///
/// Read without Tika, whose readers keep some of these whatever their settings say (ADR 0025).
final class WordReader {
  private static final Set<String> LEFT_OUT = Set.of(
      "del",
      "moveFrom",
      "delText",
      "instrText",
      "commentReference",
      "footnoteReference",
      "endnoteReference",
      "Fallback",
      "pPr",
      "rPr",
      "tblPr",
      "trPr",
      "tcPr",
      "sectPr",
      "ruby");

  private final WordStyles styles;
  private @Nullable DocumentNode unended;
  private String unseen = "";

  private WordReader(WordStyles styles) {
    this.styles = styles;
  }

  /// @throws IOException if it is no DOCX or is malformed, naming the file
  static DocumentNode read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Document document = part(zip, "word/document.xml");
      if (document == null) {
        throw new IOException(file + " is not a DOCX; save it as HTML, PDF or DOCX");
      }
      WordReader reader = new WordReader(WordStyles.read(part(zip, "word/styles.xml")));
      DocumentNode root = DocumentNode.element("document");
      reader.blocks(document.getDocumentElement(), root);
      if (!reader.unseen.isEmpty()) {
        throw new IOException(file + " holds words that cannot be seen, white or tiny: '"
            + reader.unseen + "'; remove them or give them a colour, and save it anew");
      }
      return root;
    } catch (java.util.zip.ZipException | SAXException | ParserConfigurationException malformed) {
      throw new IOException(
          file + " cannot be read as a document; save it as HTML, PDF or DOCX", malformed);
    }
  }

  private static @Nullable Document part(ZipFile zip, String name)
      throws IOException, SAXException, ParserConfigurationException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (InputStream in = zip.getInputStream(entry)) {
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private void blocks(Node parent, DocumentNode into) {
    for (Element child : Xml.children(parent)) {
      switch (child.getLocalName()) {
        case "p" -> paragraph(child, into);
        case "tbl" -> table(child, into);
        default -> {
          if (!LEFT_OUT.contains(child.getLocalName())) {
            blocks(child, into);
          }
        }
      }
    }
  }

  private void paragraph(Element paragraph, DocumentNode into) {
    Element properties = Xml.child(paragraph, "pPr");
    String style = properties == null ? "" : Xml.value(properties, "pStyle");
    if (styles.hides(style)) {
      return;
    }
    DocumentNode before = unended;
    DocumentNode node = before == null ? node(properties, style) : before;
    runs(paragraph, node);
    boolean blank = Outline.text(node).isBlank();
    if (before == null && !blank) {
      into.children().add(node);
    }
    unended = !blank && hasNoEnd(properties) ? node : null;
    for (Element box : Xml.below(paragraph, "txbxContent")) {
      if (!Xml.isWithin(box, "Fallback")) {
        blocks(box, into);
      }
    }
  }

  private DocumentNode node(@Nullable Element properties, String style) {
    String outline = properties == null ? "" : Xml.value(properties, "outlineLvl");
    String heading = styles.heading(style).orElse(WordStyles.level(outline));
    if (!heading.isEmpty()) {
      return DocumentNode.element(heading);
    }
    if (isItem(properties, style)) {
      String depth = properties == null ? "" : Xml.value(properties, "ilvl");
      return DocumentNode.element("li", Map.of("level", depth.matches("[0-8]") ? depth : "0"));
    }
    return DocumentNode.element("p");
  }

  /// Whether the end of a paragraph is deleted, so that the next one goes on with its sentence.
  private static boolean hasNoEnd(@Nullable Element properties) {
    Element mark = properties == null ? null : Xml.child(properties, "rPr");
    return mark != null && (Xml.child(mark, "del") != null || Xml.child(mark, "moveFrom") != null);
  }

  private boolean isItem(@Nullable Element properties, String style) {
    Element number = properties == null ? null : Xml.child(properties, "numPr");
    return number == null ? styles.isList(style) : !Xml.value(number, "numId").equals("0");
  }

  private void runs(Node parent, DocumentNode into) {
    for (Element child : Xml.children(parent)) {
      switch (child.getLocalName()) {
        case "t" -> into.children().add(DocumentNode.words(child.getTextContent()));
        case "tab", "ptab" -> into.children().add(DocumentNode.words(" "));
        case "br", "cr" -> into.children().add(DocumentNode.element("br"));
        case "noBreakHyphen" -> into.children().add(DocumentNode.words("-"));
        case "sym" -> into.children().add(DocumentNode.words(WordSymbols.read(child)));
        case "f", "sSup", "sSub", "rad", "nary" -> formula(child, into);
        case "r" -> run(child, into);
        default -> {
          if (!LEFT_OUT.contains(child.getLocalName())
              && !child.getLocalName().equals("txbxContent")) {
            runs(child, into);
          }
        }
      }
    }
  }

  private void run(Element run, DocumentNode into) {
    Element properties = Xml.child(run, "rPr");
    if (properties == null) {
      runs(run, into);
      return;
    }
    boolean gone = Xml.on(properties, "vanish")
        || Xml.on(properties, "specVanish")
        || Xml.on(properties, "strike")
        || Xml.on(properties, "dstrike")
        || styles.hides(Xml.value(properties, "rStyle"));
    if (gone) {
      return;
    }
    if (cannotBeSeen(run, properties) && !run.getTextContent().isBlank()) {
      unseen = run.getTextContent().strip();
    }
    String raised = Xml.value(properties, "vertAlign");
    if (raised.equals("superscript") || raised.equals("subscript")) {
      DocumentNode script = DocumentNode.element("script");
      runs(run, script);
      String text = Outline.text(script);
      into.children()
          .add(DocumentNode.words(
              raised.equals("superscript") ? Scripts.raised(text) : Scripts.lowered(text)));
    } else if (Xml.on(properties, "b")) {
      DocumentNode bold = DocumentNode.element("b");
      runs(run, bold);
      into.children().add(bold);
    } else {
      runs(run, into);
    }
  }

  /// A fraction, power or index as words; a root or a sum has none, and is a character that was
  /// lost.
  private void formula(Element formula, DocumentNode into) {
    List<Element> of = Xml.children(formula).stream()
        .filter(it -> !it.getLocalName().endsWith("Pr"))
        .toList();
    if (of.size() != 2 || formula.getLocalName().equals("rad")) {
      into.children().add(DocumentNode.words("\ufffd"));
      return;
    }
    DocumentNode second = DocumentNode.element("script");
    runs(of.getFirst(), into);
    runs(of.getLast(), second);
    String text = Outline.text(second);
    into.children()
        .add(DocumentNode.words(
            switch (formula.getLocalName()) {
              case "sSup" -> Scripts.raised(text);
              case "sSub" -> Scripts.lowered(text);
              default -> "/" + text;
            }));
  }

  /// Whether words are there and nobody sees them: white where nothing is coloured behind them,
  /// or two points high.
  private static boolean cannotBeSeen(Element run, Element properties) {
    String size = Xml.value(properties, "sz");
    boolean tiny = size.matches("[0-4]");
    boolean white = Xml.value(properties, "color").equalsIgnoreCase("FFFFFF");
    Node paragraph = run.getParentNode();
    boolean behind = Xml.isWithin(run, "tbl")
        || Xml.isWithin(run, "txbxContent")
        || Xml.child(properties, "highlight") != null
        || Xml.child(properties, "shd") != null
        || paragraph != null && !Xml.below(paragraph, "shd").isEmpty();
    return tiny || white && !behind;
  }

  /// A table; a row that is marked as a header, or a first row that is all bold, is of headers.
  private void table(Element table, DocumentNode into) {
    DocumentNode node = DocumentNode.element("table");
    for (Element row : Xml.below(table, "tr")) {
      Element properties = Xml.child(row, "trPr");
      if (properties != null
          && (!Xml.below(properties, "del").isEmpty() || Xml.on(properties, "hidden"))) {
        continue;
      }
      boolean header = properties != null && Xml.on(properties, "tblHeader")
          || node.children().isEmpty() && Xml.isBold(row);
      DocumentNode cells = DocumentNode.element("tr");
      for (Element cell : Xml.below(row, "tc")) {
        Element how = Xml.child(cell, "tcPr");
        if (how != null && Xml.child(how, "cellDel") != null) {
          continue;
        }
        boolean spans = how != null
            && (Xml.child(how, "vMerge") != null || !Xml.value(how, "gridSpan").isEmpty());
        DocumentNode content =
            DocumentNode.element(header ? "th" : "td", spans ? Map.of("colspan", "2") : Map.of());
        blocks(cell, content);
        cells.children().add(content);
      }
      node.children().add(cells);
    }
    into.children().add(node);
  }
}
