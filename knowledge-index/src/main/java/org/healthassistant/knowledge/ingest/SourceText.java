package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;

/// The text of an article's file, with the places of things in it.
final class SourceText {
  private final String name;
  private final List<String> lines;
  private final int close;

  SourceText(String name, String text) {
    this.name = name;
    this.lines = text.lines().toList();
    this.close = closingLine();
  }

  private int closingLine() {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return -1;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("---")) {
        return i;
      }
    }
    return -1;
  }

  String name() {
    return name;
  }

  boolean hasFrontMatter() {
    return close > 0;
  }

  String frontMatter() {
    return String.join("\n", lines.subList(1, close));
  }

  /// The file's line, from 1.
  String line(int line) {
    return lines.get(line - 1);
  }

  String body() {
    return String.join("\n", lines.subList(close + 1, lines.size()));
  }

  /// The file's line of a line of the front matter, both from 1.
  int lineOfFrontMatter(int line) {
    return line + 1;
  }

  /// The file's line of a line of the body, both from 1.
  int lineOfBody(int line) {
    return close + 1 + line;
  }

  int lineOfKey(String key) {
    for (int i = 1; i < close; i++) {
      if (lines.get(i).startsWith(key + ":")) {
        return i + 1;
      }
    }
    return 1;
  }

  /// The first line that holds a text, or 1.
  int lineOf(String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 1;
  }

  Problem problem(int line, String rule, String what, String wayOut) {
    return new Problem(name, line, rule, what, wayOut);
  }

  Problem misleading(int line, String rule, String what, String wayOut) {
    return new Problem(name, line, rule, what, wayOut, true);
  }

  /// What reading or saving has damaged: one problem at most for each line. How people word a
  /// question is not judged: they misspell.
  List<Problem> damage() {
    List<Problem> problems = new ArrayList<>();
    List<String> shown = lines.stream().map(Notes::shown).toList();
    TextDamage damage = new TextDamage(String.join("\n", shown));
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      if (i < close && !lines.get(i).startsWith("title:")) {
        continue;
      }
      damage
          .find(shown.get(i))
          .ifPresent(what -> problems.add(
              misleading(line, "damaged", what, "write it as it stands in the document")));
    }
    return problems;
  }
}
