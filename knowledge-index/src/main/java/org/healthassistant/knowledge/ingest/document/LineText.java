package org.healthassistant.knowledge.ingest.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes prose and items of text that comes as lines: of PDF and plain text, and of HTML with
/// line breaks.
///
/// The end of a line is a space. A word that is divided there is joined when it stands undivided
/// elsewhere in the document; else its hyphen stays.
final class LineText {
  private static final Pattern BULLET = Pattern.compile(
      "^(?:[•‣▪▫●○◦·∙■□✓➢❖\\uf0b7\\uf0a7\\uf0d8]\\s*|\\(?[0-9]{1,2}[.)]\\s+)(\\S.*)$");
  private static final Pattern CROSS = Pattern.compile("^[✗✘✕✖❌⛔🚫☒].*$");
  private static final Pattern LETTER_O = Pattern.compile("^o\\s+\\p{Lu}.*$");
  private static final Pattern DASH = Pattern.compile("^(?:[-–—*]|o(?=\\s+\\p{Lu}))\\s+(\\S.*)$");
  private static final Pattern DIVIDED = Pattern.compile("(\\p{L}+)[-‐]$");
  private static final Pattern BEGINNING = Pattern.compile("^(\\p{Ll}+)");
  private static final Pattern FINISHED = Pattern.compile("[.!?][\"'”’»)\\]]*$");

  private final Set<String> words = new HashSet<>();
  private final boolean broken;

  /// @param whole the document's text, for the words that it holds undivided
  /// @param broken whether an author broke the lines, and not the width of a page
  LineText(String whole, boolean broken) {
    this.broken = broken;
    for (String word : whole.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      words.add(word);
    }
  }

  /// The parts of a text of one or more lines; blank lines part paragraphs.
  List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    for (String block : text.split("\\n\\s*\\n")) {
      List<String> lines =
          block.lines().map(LineText::clean).filter(it -> !it.isEmpty()).toList();
      if (!lines.isEmpty()) {
        block(lines, parts);
      }
    }
    return parts;
  }

  private void block(List<String> lines, List<Part> parts) {
    boolean dashes = dashesAreBullets(lines);
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    List<String> current = new ArrayList<>();
    boolean item = false;
    boolean lost = false;
    for (String line : lines) {
      String words = bullet(line, dashes);
      boolean begins = !words.isEmpty();
      boolean uncertain = item && !begins && mayBeApart(current.getLast(), line, width);
      if (begins || uncertain) {
        add(current, item, lost, parts);
        item = begins;
        lost = uncertain;
      }
      current.add(begins ? words : line);
    }
    add(current, item, lost, parts);
  }

  /// Whether a line may be no part of the item before it: that one is finished, its author broke
  /// the line, or the next begins as a sentence does though it would have had room before.
  private boolean mayBeApart(String before, String line, int width) {
    boolean room = before.length() + line.split(" ", 2)[0].length() + 1 <= width;
    return broken
        || FINISHED.matcher(before).find()
        || room && Character.isUpperCase(line.codePointAt(0));
  }

  /// Lines after a finished item may be of it or not: nobody but a reader can tell.
  private void add(List<String> lines, boolean item, boolean lost, List<Part> parts) {
    if (!lines.isEmpty()) {
      String joined = join(lines);
      parts.add(
          lost ? Part.unquotable(joined) : item ? Part.item(0, joined) : Part.paragraph(joined));
    }
    lines.clear();
  }

  private static String bullet(String line, boolean dashes) {
    if (CROSS.matcher(line).matches()) {
      return line;
    }
    Matcher bullet = BULLET.matcher(line);
    if (bullet.matches()) {
      return bullet.group(1);
    }
    Matcher dash = DASH.matcher(line);
    return dashes && dash.matches() ? dash.group(1) : "";
  }

  /// A dash that begins a line is a bullet when another does, or when the line before leads to
  /// it; else it may be one of a sentence.
  private static boolean dashesAreBullets(List<String> lines) {
    long dashes = lines.stream().filter(line -> DASH.matcher(line).matches()).count();
    return dashes > 1
        || dashes == 1
            && lines.stream().anyMatch(line -> FINISHED.matcher(line).find())
            && lines.stream().anyMatch(line -> LETTER_O.matcher(line).matches())
        || dashes == 1
            && (DASH.matcher(lines.getFirst()).matches()
                || lines.stream().anyMatch(line -> line.endsWith(":")));
  }

  /// The lines as one.
  String join(List<String> lines) {
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      Matcher divided = DIVIDED.matcher(joined);
      Matcher rest = BEGINNING.matcher(line);
      if (!joined.isEmpty() && joined.charAt(joined.length() - 1) == '\u00ad') {
        joined.setLength(joined.length() - 1);
      } else if (divided.find() && rest.find()) {
        String whole = (divided.group(1) + rest.group(1)).toLowerCase(Locale.ROOT);
        if (words.contains(whole)) {
          joined.setLength(joined.length() - 1);
        }
      } else if (!joined.isEmpty() && !joined.toString().matches("(?s).*[\\p{L}\\d][-‐–]")) {
        joined.append(' ');
      }
      joined.append(line);
    }
    return joined.toString().replace("\u00ad", "");
  }

  /// A line without the white space around it; ligatures are letters again.
  static String clean(String line) {
    String letters = line;
    if (line.chars().anyMatch(letter -> letter >= 0xfb00 && letter <= 0xfb06)) {
      StringBuilder plain = new StringBuilder();
      for (char letter : line.toCharArray()) {
        plain.append(
            letter >= 0xfb00 && letter <= 0xfb06
                ? Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC)
                : String.valueOf(letter));
      }
      letters = plain.toString();
    }
    return letters
        .replaceAll("[\\s\\u00a0\\u0085\\u2028\\u2029\\u200b\\ufeff]+", " ")
        .strip();
  }
}
