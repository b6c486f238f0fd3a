package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Finds elements of a Word document by their local names, whatever namespace its writer used.
final class Xml {
  private Xml() {}

  static List<Element> children(Node parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static @Nullable Element child(Node parent, String name) {
    return children(parent).stream()
        .filter(it -> name.equals(it.getLocalName()))
        .findFirst()
        .orElse(null);
  }

  /// The elements of a name below a node, the outermost only; how it was before a tracked change
  /// of its form does not count.
  static List<Element> below(Node parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(parent)) {
      if (name.equals(child.getLocalName())) {
        found.add(child);
      } else if (!child.getLocalName().endsWith("PrChange")) {
        found.addAll(below(child, name));
      }
    }
    return found;
  }

  static String attribute(Element element, String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getNodeValue();
      }
    }
    return "";
  }

  static boolean isWithin(Node node, String name) {
    for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
      if (name.equals(at.getLocalName())) {
        return true;
      }
    }
    return false;
  }

  /// Whether every run of a row that has words is bold, and there is one.
  static boolean isBold(Element row) {
    List<Element> runs =
        below(row, "r").stream().filter(run -> !run.getTextContent().isBlank()).toList();
    return !runs.isEmpty()
        && runs.stream().allMatch(run -> {
          Element properties = child(run, "rPr");
          Element bold = properties == null ? null : child(properties, "b");
          return bold != null
              && !"0".equals(attribute(bold, "val"))
              && !"false".equals(attribute(bold, "val"));
        });
  }

  /// The `val` of the first element of a name below a node; empty when there is none.
  static String value(Element parent, String name) {
    List<Element> found = below(parent, name);
    return found.isEmpty() ? "" : attribute(found.getFirst(), "val");
  }

  /// Whether a property is there and not switched off.
  static boolean on(Element properties, String name) {
    List<Element> found = below(properties, name);
    return !found.isEmpty()
        && !List.of("0", "false", "off", "none").contains(attribute(found.getFirst(), "val"));
  }
}
