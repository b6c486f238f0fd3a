package org.healthassistant.assistant.answer.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Reads what a model wrote: sentences, each with the ids in square brackets that end it.
public final class ModelText {

  private ModelText() {}

  /// A sentence and the ids it names; a sentence without ids has none.
  public record Marked(String text, Set<String> ids) {}

  /// The sentences in order. Ids may stand before or after the point that ends their sentence.
  public static List<Marked> read(String written) {
    List<Marked> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Set<String> ids = new LinkedHashSet<>();
    int at = 0;
    while (at < written.length()) {
      int end = markEnd(written, at);
      if (end > at) {
        ids.add(written.substring(at + 1, end - 1));
        at = end;
        continue;
      }
      char c = written.charAt(at);
      boolean trailing = Character.isWhitespace(c) || ".!?".indexOf(c) >= 0;
      if (!ids.isEmpty() && !trailing) {
        add(sentences, text, ids);
      }
      text.append(c);
      at++;
    }
    add(sentences, text, ids);
    return sentences;
  }

  private static void add(List<Marked> sentences, StringBuilder text, Set<String> ids) {
    List<String> parts = TextNormalizer.sentences(tidy(text.toString()));
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      sentences.add(new Marked(parts.get(i), last ? Set.copyOf(ids) : Set.of()));
    }
    text.setLength(0);
    ids.clear();
  }

  private static String tidy(String text) {
    return TextNormalizer.singleSpaced(text)
        .replaceAll("^[-*•\\d.)\\s]*(?=\\p{Lu}|¿|¡)", "")
        .replaceAll("\\s+([.!?])", "$1")
        .replaceAll("([.!?])\\1+$", "$1");
  }

  /// Where a mark such as `[c1]` that begins here ends; the same place if there is none.
  private static int markEnd(String text, int at) {
    if (text.charAt(at) != '[' || at + 3 >= text.length()) {
      return at;
    }
    char kind = text.charAt(at + 1);
    int end = at + 2;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean closed = end > at + 2 && end < text.length() && text.charAt(end) == ']';
    return (kind == 'c' || kind == 'r') && closed ? end + 1 : at;
  }
}
