package org.healthassistant.assistant.answer.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Reads what a model writes, piece by piece as it comes: sentences, each with the ids in square
/// brackets that end it. What the model thinks aloud, between marks such as `<think>`, is no part
/// of it, nor is what stands before a lone `</think>`; after a mark of the model's own end
/// nothing is read. One thread at a time.
public final class ModelText {

  private static final Pattern THOUGHT = Pattern.compile(
      "<(/?)(think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad)\\s*>",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern END =
      Pattern.compile("<(?:\\|[^|<>]{0,24}\\|>|/?s>|eos>|end_of_turn>)");

  /// No mark is longer.
  private static final int MARK = 28;

  /// `c1`, or several as `c1, r2`.
  private static final Pattern IDS = Pattern.compile("[cr]\\d+(?:\\s*[,;]\\s*[cr]\\d+)*");

  private final StringBuilder unread = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Set<String> ids = new LinkedHashSet<>();
  private boolean thinking;
  private boolean ended;

  /// A sentence and the ids it names; a sentence without ids has none.
  public record Marked(String text, Set<String> ids) {}

  /// The sentences of a whole text in order. Ids may stand before or after the point that ends
  /// their sentence.
  public static List<Marked> read(String written) {
    ModelText reader = new ModelText();
    List<Marked> all = new ArrayList<>(reader.add(written));
    all.addAll(reader.end());
    return all;
  }

  /// The sentences that a further piece closed: those after which another began.
  List<Marked> add(String piece) {
    unread.append(piece);
    return read(false);
  }

  /// The sentences that are left when the model has come to its own end. Those of a text that was
  /// cut are not to be asked for.
  List<Marked> end() {
    List<Marked> left = new ArrayList<>(read(true));
    close(left);
    return left;
  }

  private List<Marked> read(boolean all) {
    List<Marked> closed = new ArrayList<>();
    int at = 0;
    while (at < unread.length() && !ended) {
      int next = step(at, all, closed);
      if (next == at) {
        break;
      }
      at = next;
    }
    unread.delete(0, ended ? unread.length() : at);
    return closed;
  }

  /// Reads on from a place.
  ///
  /// @return the next place; the same where more has to come first
  private int step(int at, boolean all, List<Marked> closed) {
    char c = unread.charAt(at);
    if (c == '<') {
      return mark(at, all);
    }
    if (thinking) {
      return at + 1;
    }
    if (c == '[') {
      return brackets(at, all);
    }
    if (!ids.isEmpty() && !Character.isWhitespace(c) && ".!?*_\"”»)".indexOf(c) < 0) {
      close(closed);
    }
    text.append(c);
    return at + 1;
  }

  private int mark(int at, boolean all) {
    String ahead = unread.substring(at, Math.min(unread.length(), at + MARK));
    Matcher thought = THOUGHT.matcher(ahead);
    if (thought.lookingAt()) {
      if (!thinking && !thought.group(1).isEmpty()) {
        text.setLength(0);
        ids.clear();
      }
      thinking = thought.group(1).isEmpty();
      return at + thought.end();
    }
    if (!thinking && END.matcher(ahead).lookingAt()) {
      ended = true;
      return at;
    }
    if (!all && ahead.length() < MARK && ahead.indexOf('>') < 0) {
      return at;
    }
    if (!thinking) {
      text.append('<');
    }
    return at + 1;
  }

  private int brackets(int at, boolean all) {
    int close = unread.indexOf("]", at);
    if (close < 0 && !all && unread.length() - at < MARK) {
      return at;
    }
    String inner = close < 0 ? "" : unread.substring(at + 1, close);
    if (!IDS.matcher(inner).matches()) {
      text.append('[');
      return at + 1;
    }
    for (String id : inner.split("\\s*[,;]\\s*")) {
      ids.add(id);
    }
    return close + 1;
  }

  /// The last sentence of the last line has the ids; a line is never joined with the next.
  private void close(List<Marked> sentences) {
    List<String> parts = new ArrayList<>();
    for (String line : text.toString().split("\\R")) {
      parts.addAll(TextNormalizer.sentences(tidy(line)));
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      sentences.add(new Marked(parts.get(i), last ? Set.copyOf(ids) : Set.of()));
    }
    text.setLength(0);
    ids.clear();
  }

  private static String tidy(String text) {
    return TextNormalizer.singleSpaced(text)
        .replaceAll("^(?:[-*•–]|\\d{1,2}[.)])\\s+(?=\\S)", "")
        .replaceAll("\\s+([.!?])", "$1")
        .replaceAll("([.!?])\\1+$", "$1");
  }
}
