package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into words, in one pass.
///
/// An apostrophe inside a word is dropped (`can't` is `cant`), signs used as letters stay
/// inside it, numbers keep their point, comma, slash or colon, and a number is parted from the
/// letters behind it later, when it turns out not to be a word. Punctuation becomes the [Pause]
/// before the next word.
final class Tokeniser {

  private static final String SIGNS_AS_LETTERS = "!@$*|+";
  private static final String INSIDE_NUMBERS = ".,/:";
  private static final String HARD = ".;!?\u2026\u3002";
  private static final String LINKS = "-_/\\~+&=@#%^<>*|$'`\u00b0";

  private final Folding folding;

  Tokeniser(Folding folding) {
    this.folding = folding;
  }

  List<Word> words(String text) {
    var scan = new Scan(text);
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      scan.take(folding.fold(codePoint), at, next);
      at = next;
    }
    scan.finish();
    return scan.words;
  }

  private final class Scan {
    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder form = new StringBuilder();
    private Pause pause = Pause.NONE;
    private int start;
    private int end;

    Scan(String text) {
      this.text = text;
    }

    private void take(String folded, int at, int next) {
      for (int part = 0; part < folded.length(); ) {
        int sign = folded.codePointAt(part);
        part += Character.charCount(sign);
        if (Character.isLetterOrDigit(sign)) {
          append(sign, at, next);
        } else {
          takeSign(sign, at, next);
        }
      }
    }

    private void append(int sign, int at, int next) {
      if (form.isEmpty()) {
        start = at;
      }
      form.appendCodePoint(sign);
      end = next;
    }

    private void takeSign(int sign, int at, int next) {
      if (!form.isEmpty()) {
        int ahead = ahead(next);
        boolean letterAhead = Character.isLetter(ahead);
        if (sign == '\'' && letterAhead) {
          return;
        }
        boolean stars = sign == '*' && ahead == '*';
        if (SIGNS_AS_LETTERS.indexOf(sign) >= 0 && end == at && (letterAhead || stars)) {
          append(sign, at, next);
          return;
        }
        boolean afterDigit = Character.isDigit(form.charAt(form.length() - 1));
        if (INSIDE_NUMBERS.indexOf(sign) >= 0 && afterDigit && Character.isDigit(ahead)) {
          append(sign, at, next);
          return;
        }
        boolean initial = sign == '.' && form.length() == 1 && letterAhead;
        finish();
        if (initial) {
          return;
        }
      }
      boolean dash = sign == '-' && end < at;
      if (sign != ':' || !numberAhead(next)) {
        pause = pause.and(dash ? Pause.SOFT : pauseOf(sign));
      }
    }

    /// Whether a colon is followed by a number (`temp: 103`), so that it parts nothing.
    private boolean numberAhead(int from) {
      int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
      return Character.isDigit(ahead(at));
    }

    private int ahead(int from) {
      for (int at = from; at < text.length() && at < from + 8; ) {
        int codePoint = text.codePointAt(at);
        var folded = folding.fold(codePoint);
        if (!folded.isEmpty()) {
          return folded.codePointAt(0);
        }
        at += Character.charCount(codePoint);
      }
      return ' ';
    }

    private void finish() {
      if (form.isEmpty()) {
        return;
      }
      words.add(new Word(form.toString(), start, end, pause));
      form.setLength(0);
      pause = Pause.NONE;
    }
  }

  private static Pause pauseOf(int sign) {
    if (HARD.indexOf(sign) >= 0) {
      return Pause.HARD;
    }
    if (sign == '\n' || sign == '\r') {
      return Pause.SOFT;
    }
    if (Character.isWhitespace(sign) || Character.isSpaceChar(sign) || LINKS.indexOf(sign) >= 0) {
      return Pause.NONE;
    }
    return Pause.SOFT;
  }
}
