package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
      DocumentNode ended = open.pop();
      String align = ended.attribute("style").replace(" ", "");
      String text = Outline.text(ended);
      if (ended.is("sup") || align.contains("vertical-align:super")) {
        replaceLast(Scripts.raised(text));
      } else if (ended.is("sub") || align.contains("vertical-align:sub")) {
        replaceLast(Scripts.lowered(text));
      } else if (ended.is("mfrac") && ended.below(it -> !it.name().isEmpty()).size() > 1) {
        List<DocumentNode> of = ended.below(it -> !it.name().isEmpty());
        replaceLast(" " + Outline.text(of.getFirst()) + "/" + Outline.text(of.getLast()));
      } else if (ended.is("msup") && ended.below(it -> !it.name().isEmpty()).size() > 1) {
        List<DocumentNode> of = ended.below(it -> !it.name().isEmpty());
        replaceLast(Outline.text(of.getFirst()) + Scripts.raised(Outline.text(of.getLast())));
      }
    }
  }

  /// What stands raised, lowered or as a fraction becomes the words that say so.
  private void replaceLast(String words) {
    List<DocumentNode> siblings = open.getFirst().children();
    siblings.set(siblings.size() - 1, DocumentNode.words(words));
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
