package org.healthassistant.assistant.safety.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The form in which the classifier reads a text, so that case, accents, punctuation, pictures,
/// look-alikes and invisible characters cannot change what it says.
///
/// In this order: compatibility forms written out (NFKC); format characters gone; look-alikes as
/// the letters they resemble; lower case; accents gone; apostrophes gone without a space; every
/// character that is neither letter nor digit a space, but `.`, `,`, `/` and `:` between two
/// digits; a letter that stands three times or more in a row twice; single spaces.
///
/// The messages that the classifier is trained on are brought into the same form by
/// `canonical.py`; a test holds the two together. Safe for use by any number of threads.
public final class CanonicalForm {

  private static final String APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4";
  private static final String INSIDE_NUMBERS = ".,/:";
  private static final String ENDS = ".;!?\u2026\u3002\n\r";
  private static final char FIRST_WIDE = '\uff01';
  private static final char LAST_WIDE = '\uff5e';

  private final Map<Integer, String> lookAlikes;

  /// @param lookAlikes from a character to the text it stands for
  public CanonicalForm(Map<Integer, String> lookAlikes) {
    this.lookAlikes = Map.copyOf(lookAlikes);
  }

  /// The canonical form of a text; empty for one without letters and digits.
  public String canonical(String text) {
    return squeezed(spaced(folded(text)));
  }

  /// The words of the canonical form, with their places in the text as written. Joined by spaces
  /// they are the canonical form.
  public List<CanonicalWord> words(String text) {
    var words = new ArrayList<CanonicalWord>();
    boolean opens = true;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBlank(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        opens = add(text, at, end, opens, words);
      } else {
        opens |= text.charAt(at) == '\n' || text.charAt(at) == '\r';
        end++;
      }
      at = end;
    }
    return words;
  }

  /// Adds the words of a stretch without blanks.
  ///
  /// @return whether a sentence ends behind it
  private boolean add(String text, int from, int to, boolean opens, List<CanonicalWord> words) {
    var form = canonical(text.substring(from, to));
    if (form.isEmpty()) {
      return opens || endsWithin(text, from, to);
    }
    int start = from;
    while (start < to - 1 && !isLetterOrDigit(text, start)) {
      start++;
    }
    int end = to;
    while (end > start + 1 && !isLetterOrDigit(text, end - 1)) {
      end--;
    }
    boolean first = opens || endsWithin(text, from, start);
    int inside = 0;
    while (inside < form.length()) {
      int space = form.indexOf(' ', inside);
      int stop = space < 0 ? form.length() : space;
      words.add(new CanonicalWord(form.substring(inside, stop), start, end, first));
      first = false;
      inside = stop + 1;
    }
    return endsWithin(text, end, to);
  }

  private static boolean endsWithin(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (ENDS.indexOf(narrow(text.charAt(at))) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The sign that a wide one, as of East Asian keyboards, stands for; any other as it is.
  private static char narrow(char sign) {
    boolean wide = sign >= FIRST_WIDE && sign <= LAST_WIDE;
    return wide ? (char) (sign - FIRST_WIDE + '!') : sign;
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  private static boolean isLetterOrDigit(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at));
  }

  private String folded(String text) {
    var shown = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.FORMAT)
        .forEach(sign -> append(shown, sign));
    var plain = new StringBuilder(shown.length());
    Normalizer.normalize(shown.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(sign -> !isMark(sign))
        .forEach(sign -> append(plain, sign));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private void append(StringBuilder text, int sign) {
    var letters = lookAlikes.get(sign);
    if (letters == null) {
      text.appendCodePoint(sign);
    } else {
      text.append(letters);
    }
  }

  private static boolean isMark(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
        true;
      default -> false;
    };
  }

  /// Without apostrophes, with spaces for all other signs.
  private static String spaced(String folded) {
    int[] signs =
        folded.codePoints().filter(sign -> APOSTROPHES.indexOf(sign) < 0).toArray();
    var spaced = new StringBuilder(signs.length);
    for (int at = 0; at < signs.length; at++) {
      boolean inNumber = INSIDE_NUMBERS.indexOf(signs[at]) >= 0
          && at > 0
          && at + 1 < signs.length
          && Character.isDigit(signs[at - 1])
          && Character.isDigit(signs[at + 1]);
      spaced.appendCodePoint(Character.isLetterOrDigit(signs[at]) || inNumber ? signs[at] : ' ');
    }
    return spaced.toString();
  }

  private static String squeezed(String spaced) {
    var squeezed = new StringBuilder(spaced.length());
    int before = ' ';
    int twoBefore = ' ';
    for (int sign : spaced.codePoints().toArray()) {
      boolean again =
          sign == before && (sign == ' ' || (Character.isLetter(sign) && sign == twoBefore));
      if (!again) {
        squeezed.appendCodePoint(sign);
        twoBefore = before;
        before = sign;
      }
    }
    return squeezed.toString().strip();
  }
}
