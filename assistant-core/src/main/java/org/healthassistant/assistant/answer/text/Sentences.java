package org.healthassistant.assistant.answer.text;

import java.util.ArrayList;
import java.util.List;

/// Splits plain text into sentences: at a point, question or exclamation mark before white space.
public final class Sentences {

  private Sentences() {}

  /// The sentences in order, without white space around them.
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean last = i + 1 == text.length();
      boolean broken = text.charAt(i) == '\n' && !last && text.charAt(i + 1) == '\n';
      boolean ends = ".?!".indexOf(text.charAt(i)) >= 0
          && (last || Character.isWhitespace(text.charAt(i + 1)));
      if (ends || broken || last) {
        String sentence = text.substring(start, i + 1).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = i + 1;
      }
    }
    return sentences;
  }

  /// The text with single blanks, for comparing word by word.
  public static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").replace('\u00a0', ' ');
  }
}
