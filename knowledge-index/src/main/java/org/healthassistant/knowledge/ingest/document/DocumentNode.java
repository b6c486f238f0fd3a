package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A node of a document's tree: an element with what it holds, or a piece of text.
///
/// @param name the element's name in lower case; empty for text
/// @param attributes its attributes by their names in lower case
/// @param text the text, empty for an element
/// @param children what it holds in order; grows while the document is read
record DocumentNode(
    String name, Map<String, String> attributes, String text, List<DocumentNode> children) {
  static DocumentNode element(String name, Map<String, String> attributes) {
    return new DocumentNode(name, attributes, "", new ArrayList<>());
  }

  static DocumentNode element(String name) {
    return element(name, Map.of());
  }

  static DocumentNode words(String text) {
    return new DocumentNode("", Map.of(), text, List.of());
  }

  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  boolean is(String... names) {
    return List.of(names).contains(name);
  }

  /// Whether a node below this one is so.
  boolean holds(Predicate<DocumentNode> such) {
    return children.stream().anyMatch(child -> such.test(child) || child.holds(such));
  }

  /// The nodes below this one that are so; what they hold is not looked at.
  List<DocumentNode> below(Predicate<DocumentNode> such) {
    List<DocumentNode> found = new ArrayList<>();
    for (DocumentNode child : children) {
      if (such.test(child)) {
        found.add(child);
      } else {
        found.addAll(child.below(such));
      }
    }
    return found;
  }
}
