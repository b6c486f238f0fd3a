package org.healthassistant.assistant.safety.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Folds one character to what it looks like: lower case, no accent, compatibility forms written
/// out, look-alikes of other scripts as Latin letters, invisible characters gone.
///
/// Works character by character, so a thousand accents on one letter cost a thousand look-ups and
/// no more. What was folded is kept in a plain map that stops filling when it is full: it never
/// evicts, needs neither clock nor thread, and the screen takes nothing but the JDK.
final class Folding {

  private static final int CACHE_LIMIT = 8192;

  private final Map<Integer, String> lookAlikes;
  private final String[] ascii = new String[128];
  private final Map<Integer, String> cache = new ConcurrentHashMap<>();

  /// @param lookAlikes from a character to the text it stands for; an empty text drops it
  Folding(Map<Integer, String> lookAlikes) {
    this.lookAlikes = Map.copyOf(lookAlikes);
    for (int character = 0; character < ascii.length; character++) {
      ascii[character] = compute(character);
    }
  }

  /// What a code point is read as; empty when it is invisible.
  String fold(int codePoint) {
    if (codePoint < ascii.length) {
      return ascii[codePoint];
    }
    var known = cache.get(codePoint);
    if (known != null) {
      return known;
    }
    var folded = compute(codePoint);
    if (cache.size() < CACHE_LIMIT) {
      cache.put(codePoint, folded);
    }
    return folded;
  }

  private String compute(int codePoint) {
    var direct = lookAlikes.get(codePoint);
    if (direct != null) {
      return direct;
    }
    if (invisible(codePoint)) {
      return "";
    }
    var folded = new StringBuilder();
    Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
        .codePoints()
        .filter(part -> !invisible(part))
        .map(Character::toLowerCase)
        .forEach(part -> folded.append(lookAlikes.getOrDefault(part, Character.toString(part))));
    return folded.toString();
  }

  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      case Character.CONTROL -> !Character.isWhitespace(codePoint);
      default -> false;
    };
  }
}
