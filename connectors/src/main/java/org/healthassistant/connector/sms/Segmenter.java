package org.healthassistant.connector.sms;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.connector.sms.Segmentation.Encoding;

/// Lengths of text messages, exactly as GSM 03.38 and 03.40 count them.
///
/// One character outside the short alphabet turns the whole text into UCS-2. A character of two
/// units (an escape and its letter, a surrogate pair) is never divided between segments.
public final class Segmenter {
  private Segmenter() {}

  /// Cuts a text into the segments it will travel in.
  public static Segmentation segment(String text) {
    Encoding encoding = Gsm7.holds(text) ? Encoding.GSM7 : Encoding.UCS2;
    int units = text.codePoints().map(codePoint -> units(encoding, codePoint)).sum();
    return new Segmentation(
        encoding, units, units <= encoding.single ? List.of(text) : parts(text, encoding));
  }

  /// Replaces typographic characters that would force the long alphabet; [SmsTransliteration] has
  /// the list. Letters keep their accents, for without them a word may be another.
  public static String normalise(String text) {
    return SmsTransliteration.plain(text);
  }

  /// Shortens a text at the end of a sentence, or of a word if no sentence fits, so that it
  /// travels in at most `maxSegments` with `ending` appended. A text that fits comes back as it
  /// is, without the ending.
  ///
  /// @param maxSegments at least 1
  /// @param ending what tells that there is more, such as ` Reply MORE.`; may be empty
  /// @throws IllegalArgumentException if `maxSegments` is below 1 or the ending alone does not
  ///     fit
  public static String shorten(String text, int maxSegments, String ending) {
    if (maxSegments < 1 || segment(ending).segments() > maxSegments) {
      throw new IllegalArgumentException(
          "maxSegments must be at least 1 and hold the ending, got " + maxSegments);
    }
    if (segment(text).segments() <= maxSegments) {
      return text;
    }
    int longest = longestFitting(text, maxSegments, ending);
    int cut = lastSentenceEnd(text, longest);
    if (cut == 0) {
      cut = lastWordEnd(text, longest);
    }
    return text.substring(0, cut == 0 ? longest : cut).stripTrailing() + ending;
  }

  private static List<String> parts(String text, Encoding encoding) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int units = units(encoding, codePoint);
      if (used + units > encoding.part) {
        parts.add(text.substring(start, at));
        start = at;
        used = 0;
      }
      used += units;
      at += Character.charCount(codePoint);
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int units(Encoding encoding, int codePoint) {
    return switch (encoding) {
      case GSM7 -> Gsm7.septets(codePoint);
      case UCS2 -> Character.charCount(codePoint);
    };
  }

  /// The length of the longest beginning that fits with the ending. A longer beginning never
  /// takes fewer segments.
  private static int longestFitting(String text, int maxSegments, String ending) {
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (segment(text.substring(0, middle) + ending).segments() <= maxSegments) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    boolean dividesPair = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
    return dividesPair ? fits - 1 : fits;
  }

  private static int lastSentenceEnd(String text, int limit) {
    for (int at = limit; at > 0; at--) {
      boolean spaceFollows = at == text.length() || Character.isWhitespace(text.charAt(at));
      if (spaceFollows && endsSentence(text, at)) {
        return at;
      }
    }
    return 0;
  }

  /// Whether a sentence ends before the position, a closing quote or bracket after its mark
  /// included.
  private static boolean endsSentence(String text, int position) {
    int at = position - 1;
    while (at > 0 && "\"')]»”’".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return ".!?…".indexOf(text.charAt(at)) >= 0;
  }

  private static int lastWordEnd(String text, int limit) {
    for (int at = limit; at > 0; at--) {
      if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return 0;
  }
}
