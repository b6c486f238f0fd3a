package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Builds a tree from a document's XHTML events. White space that a parser calls ignorable is
/// kept: between two words it is all that parts them.
final class TreeBuilder extends DefaultHandler {
  private final DocumentNode root = DocumentNode.element("document");
  private final Deque<DocumentNode> open = new ArrayDeque<>();

  TreeBuilder() {
    open.push(root);
  }

  DocumentNode root() {
    return root;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes given) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < given.getLength(); i++) {
      attributes.put(given.getLocalName(i).toLowerCase(Locale.ROOT), given.getValue(i));
    }
    DocumentNode node = DocumentNode.element(local.toLowerCase(Locale.ROOT), attributes);
    open.getFirst().children().add(node);
    open.push(node);
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (open.size() > 1) {
      open.pop();
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    open.getFirst().children().add(DocumentNode.words(new String(text, start, length)));
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) {
    characters(text, start, length);
  }
}
