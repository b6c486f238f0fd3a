package org.healthassistant.connector.sms;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Typographic characters and what a plain telephone writes for them.
///
/// Curly and angled quotes become straight ones, dashes and the minus sign `-`, NBSP and other
/// spaces a space, an ellipsis `...`, bullets `-`, `≤ ≥ ±` their two or three signs, `°C` and
/// `°F` ` C` and ` F`. Characters without a width are dropped, except the joiner that emoji
/// need. Nothing that carries meaning is lost.
final class SmsTransliteration {
  private static final Pattern DEGREES = Pattern.compile("[ \\u00A0\\u202F]?[°º˚]\\s?([CF])\\b");
  private static final Pattern NO_WIDTH = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");

  private SmsTransliteration() {}

  static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String lines = LINE_END.matcher(composed).replaceAll("\n");
    String narrow = NO_WIDTH.matcher(lines).replaceAll("");
    String degrees = DEGREES.matcher(narrow).replaceAll(" $1");
    var plain = new StringBuilder(degrees.length());
    degrees.codePoints().forEach(codePoint -> append(plain, codePoint));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int codePoint) {
    switch (codePoint) {
      case '‘', '’', '‚', '‛', '′', '`', '´', '‹', '›' -> plain.append('\'');
      case '“', '”', '„', '‟', '″', '«', '»' -> plain.append('"');
      case '‐', '‑', '‒', '–', '—', '―', '−' -> plain.append('-');
      case '•', '‣', '◦', '▪', '●', '⁃' -> plain.append('-');
      case '…' -> plain.append("...");
      case '≤' -> plain.append("<=");
      case '≥' -> plain.append(">=");
      case '±' -> plain.append("+/-");
      case '×' -> plain.append('x');
      case '\t' -> plain.append(' ');
      default -> {
        if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
          plain.append(' ');
        } else {
          plain.appendCodePoint(codePoint);
        }
      }
    }
  }
}
