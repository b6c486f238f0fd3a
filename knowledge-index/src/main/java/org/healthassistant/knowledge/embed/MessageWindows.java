package org.healthassistant.knowledge.embed;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;

/// Cuts a message into windows that an encoder reads whole.
///
/// Whole sentences are joined up to 64 tokens; a longer sentence is cut between words. When
/// that takes more than 16 windows, words are packed without regard to sentences; when that
/// does too, the first eight and the last eight windows are kept.
public final class MessageWindows {
  /// The most tokens of a window, special ones included.
  public static final int TOKENS = 64;

  /// The most windows of a message.
  public static final int WINDOWS = 16;

  private static final int LONGEST_WORD = 48;

  private MessageWindows() {}

  /// The windows of a message.
  ///
  /// @return at most 16 windows, in order, never overlapping; the first begins at the message's
  ///     first word and the last ends at its last; empty for a blank text
  public static List<Window> of(String text, Encoder encoder) {
    List<Window> windows = pack(text, pieces(text, encoder), encoder);
    if (windows.size() > WINDOWS) {
      windows = pack(text, words(text, new Span(0, text.length())), encoder);
    }
    if (windows.size() > WINDOWS) {
      List<Window> ends = new ArrayList<>(windows.subList(0, WINDOWS / 2));
      ends.addAll(windows.subList(windows.size() - WINDOWS / 2, windows.size()));
      windows = ends;
    }
    return List.copyOf(windows);
  }

  /// Sentences, and the words of those that do not fit into one window.
  private static List<Span> pieces(String text, Encoder encoder) {
    List<Span> pieces = new ArrayList<>();
    for (Span sentence : SentenceSplitter.split(text, Language.FALLBACK)) {
      if (encoder.tokens(sentence.in(text)) <= TOKENS) {
        pieces.add(sentence);
      } else {
        pieces.addAll(words(text, sentence));
      }
    }
    return pieces;
  }

  private static List<Window> pack(String text, List<Span> pieces, Encoder encoder) {
    List<Window> windows = new ArrayList<>();
    int next = 0;
    while (next < pieces.size()) {
      int last = lastThatFits(text, pieces, next, encoder);
      int start = pieces.get(next).start();
      int end = pieces.get(last).end();
      windows.add(new Window(text.substring(start, end), start, end));
      next = last + 1;
    }
    return windows;
  }

  /// Estimates by the sum of the pieces' own tokens, then makes sure by counting the joined text.
  private static int lastThatFits(String text, List<Span> pieces, int first, Encoder encoder) {
    int sum = encoder.tokens(pieces.get(first).in(text));
    int last = first;
    while (last + 1 < pieces.size()) {
      sum += Math.max(1, encoder.tokens(pieces.get(last + 1).in(text)) - 2);
      if (sum > TOKENS) {
        break;
      }
      last++;
    }
    int start = pieces.get(first).start();
    while (last > first && encoder.tokens(text.substring(start, pieces.get(last).end())) > TOKENS) {
      last--;
    }
    return last;
  }

  /// The words of a part of the text; one that is longer than any word is cut into pieces.
  private static List<Span> words(String text, Span part) {
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = part.start(); i <= part.end(); i++) {
      boolean blank = i == part.end() || Character.isWhitespace(text.charAt(i));
      if (!blank && start < 0) {
        start = i;
      }
      if (start >= 0
          && (blank || (i - start >= LONGEST_WORD && !Character.isLowSurrogate(text.charAt(i))))) {
        words.add(new Span(start, i));
        start = blank ? -1 : i;
      }
    }
    return words;
  }
}
