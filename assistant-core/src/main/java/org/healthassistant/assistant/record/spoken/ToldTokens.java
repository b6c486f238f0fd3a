package org.healthassistant.assistant.record.spoken;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A message as words and numbers without accents and marks, some of which may be taken for
/// something already.
final class ToldTokens {

  private final List<String> tokens = new ArrayList<>();
  private final BitSet taken = new BitSet();

  ToldTokens(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replace("'", "")
        .replace("\u2019", "");
    int at = 0;
    while (at < plain.length()) {
      at = token(plain, at);
    }
  }

  private int token(String plain, int from) {
    char first = plain.charAt(from);
    int end = from + 1;
    if (Character.isDigit(first)) {
      while (end < plain.length() && isInNumber(plain, end)) {
        end++;
      }
    } else if (Character.isLetter(first)) {
      while (end < plain.length()
          && (Character.isLetter(plain.charAt(end))
              || isMark(plain.charAt(end))
              || isOxygen(plain, from, end))) {
        end++;
      }
    } else if (first != '/' && first != '%') {
      return end;
    }
    String token = plain.substring(from, end).replaceAll("\\p{M}", "");
    tokens.add(token);
    return end;
  }

  /// The name of oxygen has a figure in it.
  private static boolean isOxygen(String plain, int from, int end) {
    String so = plain.substring(from, end);
    return plain.charAt(end) == '2' && (so.equals("o") || so.equals("spo"));
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isInNumber(String plain, int at) {
    char c = plain.charAt(at);
    boolean between = c == '.' || c == ',' || c == ':';
    return Character.isDigit(c)
        || between && at + 1 < plain.length() && Character.isDigit(plain.charAt(at + 1));
  }

  int size() {
    return tokens.size();
  }

  String at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
  }

  /// The number at a place, where no other thing is told by it; empty for words and times.
  Optional<BigDecimal> number(int index) {
    String token = at(index);
    return taken.get(Math.max(0, index)) || !token.matches("\\d{1,4}([.,]\\d{1,2})?")
        ? Optional.empty()
        : Optional.of(new BigDecimal(token.replace(',', '.')));
  }

  boolean isTaken(int index) {
    return taken.get(index);
  }

  void take(int from, int end) {
    taken.set(from, end);
  }

  /// How many words the first phrase has that stands at a place, none of them taken; 0 if none
  /// does.
  int starts(int index, Collection<List<String>> phrases) {
    return phrases.stream()
        .filter(phrase -> index + phrase.size() <= tokens.size()
            && tokens.subList(index, index + phrase.size()).equals(phrase)
            && taken.get(index, index + phrase.size()).isEmpty())
        .mapToInt(List::size)
        .findFirst()
        .orElse(0);
  }

  /// Whether one of the phrases stands anywhere.
  boolean hasAny(Collection<List<String>> phrases) {
    for (int i = 0; i < tokens.size(); i++) {
      if (starts(i, phrases) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether all of it is one of the phrases.
  boolean isOne(Collection<List<String>> phrases) {
    return phrases.stream().anyMatch(tokens::equals);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
