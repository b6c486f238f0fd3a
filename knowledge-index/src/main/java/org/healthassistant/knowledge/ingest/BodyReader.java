package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.article.Section;

/// Reads an article's sections from its Markdown: headings and plain text; a list item is a
/// paragraph.
final class BodyReader {
  private static final Parser MARKDOWN =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final SourceText source;
  private final List<Problem> problems;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();
  private final List<String> paragraphs = new ArrayList<>();
  private String heading = "";
  private int headingLine = 1;

  private BodyReader(SourceText source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  static List<Section> read(SourceText source, List<Problem> problems) {
    BodyReader reader = new BodyReader(source, problems);
    reader.blocks(MARKDOWN.parse(source.body()));
    reader.closeSection();
    if (reader.sections.isEmpty()) {
      problems.add(source.problem(
          source.lineOfBody(1),
          "no-section",
          "the article has no section",
          "write at least one heading '## …' with text below it"));
    }
    return reader.sections;
  }

  private void blocks(Node parent) {
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      switch (block) {
        case Heading head -> openSection(head);
        case Paragraph paragraph -> paragraph(paragraph);
        case ListBlock list -> blocks(list);
        case org.commonmark.node.ListItem item -> blocks(item);
        case BlockQuote quote -> blocks(quote);
        case ThematicBreak rule -> {}
        default ->
          problems.add(source.problem(
              lineOf(block),
              "not-quotable",
              "code or HTML cannot be quoted",
              "write it as plain sentences"));
      }
    }
  }

  private void openSection(Heading head) {
    closeSection();
    heading = text(head);
    headingLine = lineOf(head);
    if (heading.isBlank()) {
      problems.add(source.problem(
          headingLine,
          "empty-heading",
          "a heading has no words",
          "write what the section answers"));
    }
  }

  private void paragraph(Paragraph paragraph) {
    if (heading.isEmpty()) {
      problems.add(source.problem(
          lineOf(paragraph),
          "no-heading",
          "text stands before the first heading",
          "put it under a heading '## Overview'"));
    } else {
      paragraphs.add(text(paragraph));
    }
  }

  private void closeSection() {
    if (!heading.isBlank()) {
      if (paragraphs.isEmpty()) {
        problems.add(source.problem(
            headingLine,
            "empty-section",
            "the section has no text",
            "write it or remove its heading"));
      } else {
        sections.add(new Section(heading, anchor(heading), Headings.kindOf(heading), paragraphs));
      }
    }
    paragraphs.clear();
  }

  private String anchor(String of) {
    String slug = Headings.slug(of);
    String anchor = slug;
    for (int i = 2; !anchors.add(anchor); i++) {
      anchor = slug + "-" + i;
    }
    return anchor;
  }

  private int lineOf(Node block) {
    return block.getSourceSpans().isEmpty()
        ? 1
        : source.lineOfBody(block.getSourceSpans().getFirst().getLineIndex() + 1);
  }

  private static String text(Node parent) {
    StringBuilder words = new StringBuilder();
    collect(parent, words);
    return words.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static void collect(Node parent, StringBuilder words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case SoftLineBreak soft -> words.append(' ');
        case HardLineBreak hard -> words.append(' ');
        case Image image -> {}
        default -> collect(node, words);
      }
    }
  }
}
