package org.healthassistant.assistant.safety.text;

/// Reads digits and signs as the letters they are drawn for: `su1c1de`, `k!ll`.
final class LeetDecoder {

  private static final String SIGNS = "0345789@$!1|+";
  private static final String LETTERS = "oeastbgas???t";

  private LeetDecoder() {}

  /// The form with its signs read as letters.
  ///
  /// @param upright what an upright stroke (`1`, `!`, `|`) is read as
  static String read(String form, char upright) {
    var read = new StringBuilder(form.length());
    for (int at = 0; at < form.length(); at++) {
      int sign = SIGNS.indexOf(form.charAt(at));
      char letter = sign < 0 ? form.charAt(at) : LETTERS.charAt(sign);
      read.append(letter == '?' ? upright : letter);
    }
    return read.toString();
  }
}
