package org.healthassistant.connector.sms;

/// Lengths of text messages, exactly as GSM 03.38 and 03.40 count them.
public final class Segmenter {
  private Segmenter() {}

  /// Cuts a text into the segments it will travel in.
  public static Segmentation of(String text) {
    throw new UnsupportedOperationException();
  }

  /// Replaces typographic characters that would force the short alphabet: curly quotes, dashes,
  /// NBSP, ellipsis,
  /// bullets, and the degree sign before C or F. Letters are left alone, accents too.
  public static String normalise(String text) {
    throw new UnsupportedOperationException();
  }

  /// Shortens a text at the end of a sentence, or of a word if no sentence fits, so that it travels
  /// in at most
  /// `maxSegments` with `ending` appended. A text that fits comes back as it is, without the
  /// ending.
  ///
  /// @param maxSegments at least 1
  /// @param ending what tells that there is more, such as ` … reply MORE`; may be empty
  public static String shorten(String text, int maxSegments, String ending) {
    throw new UnsupportedOperationException();
  }
}
