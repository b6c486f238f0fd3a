package org.healthassistant.knowledge.ingest.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the bytes of an HTML page as text.
///
/// What is well-formed UTF-8 is UTF-8, whatever the page says: hardly any other text is by
/// chance. Else the page's own word counts, and without one Windows-1252, as browsers have it.
final class HtmlBytes {
  private static final Pattern CHARSET = Pattern.compile(
      "(?i)(<(?:meta|\\?xml)[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?\\s*)([\\w:-]+)");
  private static final int DECLARED_WITHIN = 4_096;

  private HtmlBytes() {}

  static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xfe, 0xff)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      return new String(bytes, declared(bytes));
    }
  }

  /// The page with every declaration of a character set saying UTF-8, as it then is.
  static String declaredUtf8(String page) {
    return CHARSET.matcher(page).replaceAll("$1UTF-8");
  }

  private static Charset declared(byte[] bytes) {
    Charset usual = Charset.forName("windows-1252");
    String start =
        new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher charset = CHARSET.matcher(start);
    try {
      Charset said = charset.find() ? Charset.forName(charset.group(2)) : usual;
      boolean impossible = said.equals(StandardCharsets.UTF_8)
          || said.equals(StandardCharsets.US_ASCII)
          || said.equals(StandardCharsets.ISO_8859_1)
          || said.name().startsWith("UTF-16");
      return impossible ? usual : said;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return usual;
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
