package org.healthassistant.knowledge.release;

/// What of a passage is embedded: its article and heading say what a short text is about.
final class EmbeddedText {
  private EmbeddedText() {}

  static String of(String title, String section, String text) {
    return title + ": " + section + ". " + text.replace('\n', ' ');
  }
}
