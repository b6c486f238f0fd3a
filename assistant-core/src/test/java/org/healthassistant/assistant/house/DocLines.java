package org.healthassistant.assistant.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Doc comments whose lines are badly filled: too long, or broken off though the next word would
/// have had room. The formatter breaks long lines and leaves such orphans behind.
///
/// A paragraph flows from line to line; a list item, a tag such as `@param`, a heading, a table
/// row and code begin something of their own.
final class DocLines {

  /// From 99 columns on the formatter breaks a line, and not always well.
  private static final int WIDEST = 98;

  /// How many columns must be left for a line to count as broken off.
  private static final int TO_SPARE = 28;

  private static final Pattern DOC = Pattern.compile("(\\s*)/// ?(.*)");
  private static final Pattern OWN = Pattern.compile("(@\\w+|[-*+] |\\d+\\. |#+ |\\||>).*");
  private static final Pattern ALONE = Pattern.compile("(#+ |\\||>).*");

  private final Map<String, String> found = new TreeMap<>();
  private final SourceFile file;
  private String before = "";
  private boolean code;

  private DocLines(SourceFile file) {
    this.file = file;
  }

  /// Finds the badly filled lines of a file: its path and the line, with what is wrong.
  static Map<String, String> wrong(SourceFile file) {
    var lines = new DocLines(file);
    lines.read();
    return lines.found;
  }

  private void read() {
    boolean text = false;
    List<String> lines = new ArrayList<>(file.lines());
    for (int i = 0; i < lines.size(); i++) {
      Matcher doc = DOC.matcher(lines.get(i));
      if (!text && doc.matches()) {
        look(i + 1, lines.get(i), doc.group(2));
      } else {
        before = "";
        code = false;
        text ^= lines.get(i).split("\"\"\"", -1).length % 2 == 0;
      }
    }
  }

  /// Compares a line with the one before it.
  private void look(int number, String line, String words) {
    String said = words.strip();
    boolean fence = said.startsWith("```");
    code ^= fence;
    if (fence || code || said.isEmpty() || ALONE.matcher(said).matches()) {
      before = "";
      return;
    }
    boolean indented = before.isEmpty() && words.startsWith("    ");
    if (line.length() > WIDEST && said.contains(" ")) {
      found.put(file.path() + ":" + number, "is " + line.length() + " wide");
    }
    String first = said.split(" ")[0];
    boolean flows = !before.isEmpty() && !OWN.matcher(said).matches();
    if (flows && before.length() + 1 + first.length() <= WIDEST - TO_SPARE) {
      found.put(file.path() + ":" + (number - 1), "has room for '" + first + "'");
    }
    before = indented ? "" : line.stripTrailing();
  }
}
