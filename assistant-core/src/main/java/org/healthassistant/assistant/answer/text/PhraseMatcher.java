package org.healthassistant.assistant.answer.text;

import java.util.Collection;

/// Looks for words and phrases in a message, whole words only, whatever its case, accents and
/// marks.
public final class PhraseMatcher {

  private PhraseMatcher() {}

  /// The message as lower-case words without accents and marks, one blank between and around
  /// them.
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(" ");
    String folded = TextNormalizer.fold(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      } else if (plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.charAt(plain.length() - 1) == ' '
        ? plain.toString()
        : plain.append(' ').toString();
  }

  /// Whether one of the cues stands in a plain message.
  public static boolean anyIn(String plain, Collection<String> cues) {
    return cues.stream().anyMatch(cue -> plain.contains(" " + cue + " "));
  }

  /// Whether a plain message begins with one of the cues.
  public static boolean anyFirst(String plain, Collection<String> cues) {
    return cues.stream().anyMatch(cue -> plain.startsWith(" " + cue + " "));
  }
}
