package org.healthassistant.knowledge.ingest;

/// Something wrong with a file.
///
/// @param file the file's name, relative to what was read
/// @param line the line, from 1
/// @param rule which rule is broken, as a short stable word
/// @param what what is wrong there
/// @param wayOut what to do about it
/// @param misleads whether something there could be quoted in another sense than its own; no
///     release is made while it stands
public record Problem(
    String file, int line, String rule, String what, String wayOut, boolean misleads) {
  /// A problem that misleads nobody.
  public Problem(String file, int line, String rule, String what, String wayOut) {
    this(file, line, rule, what, wayOut, false);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + rule + ": " + what + "; " + wayOut;
  }
}
