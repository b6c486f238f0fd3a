package org.healthassistant.knowledge.ingest;

/// Something wrong with a file.
///
/// @param file the file's name, relative to what was read
/// @param line the line, from 1
/// @param rule which rule is broken, as a short stable word
/// @param what what is wrong there
/// @param wayOut what to do about it
public record Problem(String file, int line, String rule, String what, String wayOut) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + rule + ": " + what + "; " + wayOut;
  }
}
