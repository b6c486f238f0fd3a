package org.healthassistant.assistant.safety.text;

/// One word of a text.
///
/// @param form its folded letters; may hold signs used as letters, such as the `!` of `k!ll`
/// @param start where it begins in the text as written
/// @param end where it ends there
/// @param before what stands before it
record Word(String form, int start, int end, Pause before) {

  @Override
  public String toString() {
    return "Word[" + start + ".." + end + ", REDACTED]";
  }
}
