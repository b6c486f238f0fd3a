package org.healthassistant.assistant.safety.meaning;

/// One word of a text in its canonical form.
///
/// @param form its letters and digits; never empty, holds no space
/// @param start where what it was made from begins in the text as written, in UTF-16 units
/// @param end where that ends
/// @param opens whether a sentence begins with it, as far as signs tell
public record CanonicalWord(String form, int start, int end, boolean opens) {

  @Override
  public String toString() {
    return "CanonicalWord[" + start + ".." + end + ", REDACTED]";
  }
}
