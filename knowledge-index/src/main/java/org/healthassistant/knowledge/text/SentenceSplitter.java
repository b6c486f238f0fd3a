package org.healthassistant.knowledge.text;

import java.util.ArrayList;
import java.util.List;

/// Splits a text into sentences.
///
/// A sentence ends with one or more of `. ! ? …` (and what closes after them) before white
/// space or the end, and at every line break. A period does not end one after a short form or
/// after a number that begins a line; `6.5` has no white space after its period. A single
/// letter is no short form ("vitamin C.") unless it is a capital before a small letter
/// ("E. coli"), and neither are dotted letters ("3 a.m. if"). One pass over the text, whatever it
/// holds.
public final class SentenceSplitter {
  private static final String ENDINGS = ".!?…";
  private static final String CLOSINGS = "\"'”’»)]";

  private SentenceSplitter() {}

  /// The sentences of a text in order, without the white space around them; blank ones are left
  /// out.
  ///
  /// @param language whose short forms count
  public static List<Span> split(String text, Language language) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == '\n' || here == '\r' || here == '\u2028' || here == '\u2029') {
        add(text, start, i, sentences);
        start = i + 1;
      } else if (ENDINGS.indexOf(here) >= 0) {
        int end = afterEnding(text, i + 1);
        if (endsWith(text, start, i, end, language)) {
          add(text, start, end, sentences);
          start = end;
        }
        i = end - 1;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static int afterEnding(String text, int from) {
    int end = from;
    while (end < text.length()
        && (ENDINGS.indexOf(text.charAt(end)) >= 0 || CLOSINGS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean endsWith(String text, int start, int mark, int end, Language language) {
    if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    if (text.charAt(mark) != '.' || end > mark + 1) {
      return true;
    }
    int word = wordStart(text, start, mark);
    String before = text.substring(word, mark);
    if (word == firstLetter(text, start)
        && !before.isEmpty()
        && before.chars().allMatch(Character::isDigit)) {
      return false;
    }
    return end == text.length()
        || !Abbreviations.contain(before, language) && !goesOn(before, text, end);
  }

  /// Whether a capital or dotted letters stand before a small letter.
  private static boolean goesOn(String before, String text, int end) {
    boolean capital = before.length() == 1 && Character.isUpperCase(before.charAt(0));
    boolean dotted = before.matches("\\p{L}(?:\\.\\p{L})+");
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return (capital || dotted) && next < text.length() && Character.isLowerCase(text.charAt(next));
  }

  private static int wordStart(String text, int start, int mark) {
    int word = mark;
    while (word > start
        && !Character.isWhitespace(text.charAt(word - 1))
        && "(\"'“‘«".indexOf(text.charAt(word - 1)) < 0) {
      word--;
    }
    return word;
  }

  private static int firstLetter(String text, int start) {
    int first = start;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return first;
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Span(start, end));
    }
  }
}
