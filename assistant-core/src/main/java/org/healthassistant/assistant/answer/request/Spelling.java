package org.healthassistant.assistant.answer.request;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.healthassistant.assistant.answer.text.WordLists;

/// Mends slips of the keys towards a small set of words. A word that begins otherwise, a short
/// one, and a function word stay as they are.
final class Spelling {

  private static final int SHORTEST = 5;
  private static final int LONG = 9;
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

  private final Set<String> known;

  /// @param known the words, folded
  Spelling(Set<String> known) {
    this.known = new TreeSet<>(known);
  }

  /// The known word that was meant; the word itself where none is near. Of two as near the first
  /// of the alphabet.
  String mend(String word) {
    if (known.contains(word)) {
      return word;
    }
    String plain = STRETCHED.matcher(word).replaceAll("$1");
    if (known.contains(plain)
        || plain.length() < SHORTEST - 1
        || WordLists.all().stream().anyMatch(lists -> lists.isStop(plain))) {
      return plain;
    }
    String nearest = plain;
    int least = Integer.MAX_VALUE;
    for (String one : known) {
      int most = one.length() >= LONG ? 2 : 1;
      if (one.length() >= SHORTEST
          && one.charAt(0) == plain.charAt(0)
          && Math.abs(one.length() - plain.length()) <= most) {
        int edits = new DamerauLevenshteinDistance(most).apply(one, plain);
        if (edits >= 0 && edits < least) {
          least = edits;
          nearest = one;
        }
      }
    }
    return nearest;
  }
}
