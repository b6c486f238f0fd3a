package org.healthassistant.knowledge.ingest.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What the styles of a Word document say of the paragraphs and runs that have them. A style that
/// says nothing is as the one that it is based on.
final class WordStyles {
  private static final int DEEPEST = 10;

  private final Map<String, Element> styles = new HashMap<>();

  private WordStyles() {}

  static WordStyles read(@Nullable Document document) {
    WordStyles styles = new WordStyles();
    if (document != null) {
      for (Element style : Xml.below(document.getDocumentElement(), "style")) {
        styles.styles.put(Xml.attribute(style, "styleId"), style);
      }
    }
    return styles;
  }

  /// The element of the heading that a style makes, `h1` to `h6`; empty for any other style.
  Optional<String> heading(String id) {
    return find(id, style -> !ownHeading(style).isEmpty()).map(WordStyles::ownHeading);
  }

  /// Whether a style makes items of a list.
  boolean isList(String id) {
    return heading(id).isEmpty()
        && find(
                id,
                style -> name(style).startsWith("list ")
                    || !Xml.below(style, "numPr").isEmpty())
            .isPresent();
  }

  /// Whether a style hides its text or strikes it out.
  boolean hides(String id) {
    return find(
            id,
            style -> Xml.on(style, "vanish") || Xml.on(style, "strike") || Xml.on(style, "dstrike"))
        .isPresent();
  }

  /// The heading of an outline level, which Word counts from 0; empty when it is none.
  static String level(String outline) {
    return outline.matches("[0-8]") ? "h" + Math.min(6, Integer.parseInt(outline) + 1) : "";
  }

  private static String ownHeading(Element style) {
    String name = name(style);
    if (name.matches("heading [1-9]")) {
      return level(String.valueOf(name.charAt(8) - '1'));
    }
    return name.equals("title") ? "h1" : level(Xml.value(style, "outlineLvl"));
  }

  private static String name(Element style) {
    return Xml.value(style, "name").toLowerCase(Locale.ROOT);
  }

  private Optional<Element> find(String id, Predicate<Element> such) {
    Element style = styles.get(id);
    for (int i = 0; i < DEEPEST && style != null; i++) {
      if (such.test(style)) {
        return Optional.of(style);
      }
      style = styles.get(Xml.value(style, "basedOn"));
    }
    return Optional.empty();
  }
}
