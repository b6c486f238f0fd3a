package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Reads an article's sections from its Markdown: headings and plain text. A list item is a
/// paragraph that holds its lead-in, and so are the items of lists within lists. A heading below
/// which notes stand is a question with its answer.
final class BodyReader {
  private static final Parser MARKDOWN =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /// A row of a table, which plain Markdown takes for prose.
  private static final Pattern TABLE =
      Pattern.compile("^\\||\\|\\s*:?-{2,}|\\s\\|\\s.*\\s\\|(\\s|$)");

  private final SourceText source;
  private final Language language;
  private final List<Problem> problems;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();
  private final NavigableMap<Integer, String> forbidding = new TreeMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private SectionText text;
  private @Nullable AnswerText answer;
  private String heading = "";
  private int headingLine = 1;

  private BodyReader(SourceText source, String title, Language language, List<Problem> problems) {
    this.source = source;
    this.language = language;
    this.problems = problems;
    if (LeadIns.forbids(title)) {
      forbidding.put(0, title);
    }
    this.text = section();
  }

  /// The sections of an article.
  ///
  /// @param title its title, which may carry the sense of them all; may be empty
  static List<Section> read(
      SourceText source, String title, Language language, List<Problem> problems) {
    BodyReader reader = new BodyReader(source, title, language, problems);
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

  private SectionText section() {
    String governing = forbidding.isEmpty() ? "" : String.join(": ", forbidding.values());
    return new SectionText(
        heading,
        governing,
        language,
        (line, what, wayOut) -> problems.add(source.misleading(line, "lead-in", what, wayOut)));
  }

  private void blocks(Node parent) {
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      switch (block) {
        case Heading head -> block = open(head);
        case Paragraph paragraph -> paragraph(paragraph);
        case ListBlock list -> list(list);
        case BlockQuote quote -> blocks(quote);
        case ThematicBreak rule -> {}
        default -> cannotBeQuoted(block);
      }
    }
  }

  private void cannotBeQuoted(Node block) {
    problems.add(source.problem(
        lineOf(block),
        "not-quotable",
        "code, a table or HTML cannot be quoted",
        "write it as plain sentences"));
  }

  /// Opens a question with the notes below it, or a section.
  ///
  /// @return the last block that was read
  private Node open(Heading head) {
    Optional<BlockQuote> notes = Notes.below(head, source);
    if (notes.isEmpty()) {
      openSection(head);
      return head;
    }
    closeAnswer();
    if (heading.isBlank()) {
      problems.add(source.problem(
          lineOf(head),
          "no-heading",
          "a question stands before the first heading",
          "put it under a heading '## Overview'"));
    }
    Notes read = Notes.read(notes.get(), source, problems);
    answer = new AnswerText(source, language, text(head), lineOf(head), read, problems);
    return notes.get();
  }

  private void openSection(Heading head) {
    closeSection();
    heading = text(head);
    headingLine = lineOf(head);
    forbidding.tailMap(head.getLevel(), true).clear();
    if (LeadIns.forbids(heading)) {
      forbidding.put(head.getLevel(), heading);
    } else if (!forbidding.isEmpty() && forbidding.lastKey() > 0) {
      forbidding.put(head.getLevel(), heading);
    }
    text = section();
    if (heading.isBlank()) {
      problems.add(source.problem(
          headingLine,
          "empty-heading",
          "a heading has no words",
          "write what the section answers"));
    }
  }

  private void paragraph(Paragraph paragraph) {
    String words = text(paragraph);
    AnswerText open = answer;
    if (open != null && !TABLE.matcher(words).find()) {
      open.paragraph(words, lineOf(paragraph));
    } else if (heading.isEmpty()) {
      problems.add(source.problem(
          lineOf(paragraph),
          "no-heading",
          "text stands before the first heading",
          "put it under a heading '## Overview'"));
    } else if (TABLE.matcher(words).find()) {
      cannotBeQuoted(paragraph);
    } else {
      text.paragraph(words, lineOf(paragraph));
    }
  }

  private void list(ListBlock list) {
    AnswerText open = answer;
    if (open != null) {
      open.noList(lineOf(list));
    } else if (heading.isEmpty()) {
      problems.add(source.problem(
          lineOf(list),
          "no-heading",
          "text stands before the first heading",
          "put it under a heading '## Overview'"));
    } else {
      items(list, text.beginList());
    }
  }

  private void items(ListBlock list, String under) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, under);
    }
  }

  private void item(Node item, String under) {
    StringJoiner words = new StringJoiner(" ");
    List<ListBlock> nested = new ArrayList<>();
    for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
      switch (block) {
        case Paragraph paragraph -> words.add(text(paragraph));
        case ListBlock list -> nested.add(list);
        default -> cannotBeQuoted(block);
      }
    }
    String own = words.toString().strip();
    if (nested.isEmpty()) {
      if (!own.isEmpty()) {
        text.item(under, own, lineOf(item));
      }
      return;
    }
    if (!own.isEmpty() && !LeadIns.opens(own)) {
      text.item(under, own, lineOf(item));
    }
    String below = own.isEmpty() ? under : text.under(under, own);
    nested.forEach(list -> items(list, below));
  }

  private void closeAnswer() {
    AnswerText open = answer;
    if (open != null) {
      open.close(anchor(open.question())).ifPresent(answers::add);
      answer = null;
    }
  }

  private void closeSection() {
    closeAnswer();
    List<String> paragraphs = text.close();
    if (!heading.isBlank()) {
      if (paragraphs.isEmpty() && answers.isEmpty()) {
        problems.add(source.problem(
            headingLine,
            "empty-section",
            "the section has no text",
            "write it or remove its heading"));
      } else {
        sections.add(
            new Section(heading, anchor(heading), Headings.kindOf(heading), paragraphs, answers));
      }
    }
    answers.clear();
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
    return words
        .toString()
        .replaceAll("[\\s\\u00a0\\u0085\\u2028\\u2029]+", " ")
        .strip();
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
