package org.healthassistant.assistant.safety.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the words within one or two slips of a misspelt one, in time that depends on its length
/// alone.
///
/// Two words that are one slip apart become equal when at most one letter of each is dropped.
/// So every word is filed under itself with letters dropped, and a misspelt word asks for
/// itself with letters dropped; what is found is then measured ([EditDistance]).
///
/// The method is SymSpell, symmetric deletion: W. Garbe, "1000x faster spelling correction"
/// (2012).
final class SymmetricDeleteIndex {

  private static final int SHORTEST = 5;
  private static final int SHORTEST_FOR_TWO = 8;
  private static final int LONGEST = 20;
  private static final long FACTOR = 0x9E3779B97F4A7C15L | 1;

  private final String[] words;
  private final Map<Long, int[]> filed = new HashMap<>();
  private final long[] powers = new long[LONGEST + 3];

  /// @param words the words to be found; those shorter than five letters never are
  SymmetricDeleteIndex(String[] words) {
    this.words = words.clone();
    powers[0] = 1;
    for (int power = 1; power < powers.length; power++) {
      powers[power] = powers[power - 1] * FACTOR;
    }
    for (int word = 0; word < words.length; word++) {
      file(word);
    }
  }

  /// The words nearest to a misspelt one: as many slips as their length allows (one from five
  /// letters, two from eight), first letter equal or swapped with the second. At most four.
  int[] near(String misspelt) {
    int length = misspelt.length();
    if (length < SHORTEST - 1
        || length > LONGEST
        || !misspelt.chars().allMatch(Character::isLetter)) {
      return new int[0];
    }
    var found = new Nearest(misspelt);
    long[] prefixes = prefixes(misspelt);
    int drops = length >= SHORTEST_FOR_TWO - 1 ? 2 : 1;
    found.consider(filed.get(hash(prefixes, length, -1, -1)));
    for (int one = 0; one < length; one++) {
      found.consider(filed.get(hash(prefixes, length, one, -1)));
      for (int two = one + 1; drops == 2 && two < length; two++) {
        found.consider(filed.get(hash(prefixes, length, one, two)));
      }
    }
    return found.words();
  }

  private void file(int word) {
    int length = words[word].length();
    if (length < SHORTEST
        || length > LONGEST
        || !words[word].chars().allMatch(Character::isLetter)) {
      return;
    }
    long[] prefixes = prefixes(words[word]);
    add(hash(prefixes, length, -1, -1), word);
    for (int one = 0; one < length; one++) {
      add(hash(prefixes, length, one, -1), word);
      for (int two = one + 1; length >= SHORTEST_FOR_TWO && two < length; two++) {
        add(hash(prefixes, length, one, two), word);
      }
    }
  }

  private void add(long hash, int word) {
    filed.merge(hash, new int[] {word}, (old, one) -> {
      if (old[old.length - 1] == one[0]) {
        return old;
      }
      var longer = Arrays.copyOf(old, old.length + 1);
      longer[old.length] = one[0];
      return longer;
    });
  }

  private long[] prefixes(String word) {
    var prefixes = new long[word.length() + 1];
    for (int at = 0; at < word.length(); at++) {
      prefixes[at + 1] = prefixes[at] * FACTOR + word.charAt(at);
    }
    return prefixes;
  }

  /// The hash of the word without the letters at the two places; -1 drops none.
  ///
  /// A polynomial rolling hash: `prefixes[n]` is the hash of the first n letters, so the hash
  /// of any stretch is a difference of two prefixes, and stretches are joined by shifting the
  /// first one left by the length of the next. `chest` without its second letter is the stretch
  /// `c`, shifted by three, plus the stretch `est`: no shorter word is ever built. Two words of
  /// one hash are told apart when they are measured, so a collision costs time and changes
  /// nothing.
  private long hash(long[] prefixes, int length, int one, int two) {
    if (one < 0) {
      return prefixes[length];
    }
    if (two < 0) {
      return prefixes[one] * powers[length - one - 1] + part(prefixes, one + 1, length);
    }
    long head = prefixes[one] * powers[two - one - 1] + part(prefixes, one + 1, two);
    return head * powers[length - two - 1] + part(prefixes, two + 1, length);
  }

  private long part(long[] prefixes, int from, int to) {
    return prefixes[to] - prefixes[from] * powers[to - from];
  }

  private final class Nearest {
    private static final int MOST = 4;
    private final String misspelt;
    private final int[] kept = new int[MOST];
    private int count;
    private int best = 3;

    Nearest(String misspelt) {
      this.misspelt = misspelt;
    }

    private void consider(int @Nullable [] candidates) {
      if (candidates == null) {
        return;
      }
      for (int candidate : candidates) {
        measure(candidate);
      }
    }

    private void measure(int candidate) {
      var word = words[candidate];
      if (!sameStart(word, misspelt)) {
        return;
      }
      int allowed = word.length() >= SHORTEST_FOR_TWO ? 2 : 1;
      int slips = EditDistance.between(word, misspelt);
      if (slips > allowed || slips > best) {
        return;
      }
      if (slips < best) {
        best = slips;
        count = 0;
      }
      for (int at = 0; at < count; at++) {
        if (kept[at] == candidate) {
          return;
        }
      }
      if (count < MOST) {
        kept[count++] = candidate;
      }
    }

    private int[] words() {
      return Arrays.copyOf(kept, count);
    }
  }

  private static boolean sameStart(String word, String other) {
    return word.charAt(0) == other.charAt(0)
        || (word.charAt(0) == other.charAt(1) && word.charAt(1) == other.charAt(0));
  }
}
