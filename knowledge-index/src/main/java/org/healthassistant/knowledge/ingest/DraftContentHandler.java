package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.healthassistant.knowledge.ingest.DraftArticle.Part;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Gathers headings and paragraphs from a document as XHTML events; menus and scripts are left
/// out.
final class DraftContentHandler extends DefaultHandler {
  private static final Set<String> LEFT_OUT = Set.of(
      "nav",
      "header",
      "footer",
      "aside",
      "form",
      "script",
      "style",
      "noscript",
      "head",
      "button",
      "select");
  private static final Set<String> BLOCKS = Set.of(
      "p",
      "li",
      "div",
      "section",
      "article",
      "td",
      "th",
      "tr",
      "dd",
      "dt",
      "br",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "ul",
      "ol",
      "table",
      "body",
      "blockquote",
      "main");

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private String title = "";
  private boolean heading;
  private int leftOut;

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    String element = local.toLowerCase(Locale.ROOT);
    if (LEFT_OUT.contains(element)) {
      flush();
      leftOut++;
    } else if (BLOCKS.contains(element)) {
      flush();
      heading = element.matches("h[1-6]");
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    String element = local.toLowerCase(Locale.ROOT);
    if (LEFT_OUT.contains(element)) {
      words.setLength(0);
      leftOut--;
    } else if (BLOCKS.contains(element)) {
      flush();
      heading = false;
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (leftOut == 0) {
      words.append(text, start, length);
    }
  }

  private void flush() {
    String text = words.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    words.setLength(0);
    if (text.isEmpty() || leftOut > 0) {
      return;
    }
    if (heading && title.isEmpty() && parts.isEmpty()) {
      title = text;
    } else {
      parts.add(new Part(heading, text));
    }
  }

  /// The first heading, when it came before all text; else empty.
  String title() {
    return title;
  }

  List<Part> parts() {
    flush();
    return parts;
  }
}
