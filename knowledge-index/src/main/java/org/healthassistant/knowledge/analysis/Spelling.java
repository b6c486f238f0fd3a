package org.healthassistant.knowledge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the words of a library that a misspelt word may mean.
///
/// One letter may be wrong, missing, too many or exchanged with its neighbour in words of four
/// letters and more, two in words of nine and more. The first letter is taken for right, but for
/// an h that is not spoken.
public final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 9;
  private static final int MOST = 2;

  private final Map<String, Integer> known;
  private final Map<Integer, List<String>> byLength = new HashMap<>();

  /// Spelling by a library's own terms.
  ///
  /// @param known in how many documents each term stands, as the analyzer makes them
  public Spelling(Map<String, Integer> known) {
    this.known = Map.copyOf(known);
    known.keySet().stream()
        .filter(Spelling::isWord)
        .forEach(term ->
            byLength.computeIfAbsent(term.length(), length -> new ArrayList<>()).add(term));
  }

  /// The terms that a term may mean, nearest and then most frequent first.
  ///
  /// @return at most two; empty for a term that is known, short, or near to none
  public List<String> meant(String term) {
    if (known.containsKey(term) || !isWord(term)) {
      return List.of();
    }
    int most = term.length() < LONG ? 1 : 2;
    List<Near> near = new ArrayList<>();
    for (int length = term.length() - most; length <= term.length() + most; length++) {
      for (String other : byLength.getOrDefault(length, List.of())) {
        if (beginAlike(term, other)) {
          int distance = distance(term, other, most);
          if (distance <= most) {
            near.add(new Near(other, distance, known.getOrDefault(other, 0)));
          }
        }
      }
    }
    near.sort(Comparator.comparingInt(Near::distance)
        .thenComparing(Comparator.comparingInt(Near::documents).reversed())
        .thenComparing(Near::term));
    return near.stream()
        .filter(one -> one.distance() == near.getFirst().distance())
        .limit(MOST)
        .map(Near::term)
        .toList();
  }

  private record Near(String term, int distance, int documents) {}

  private static boolean isWord(String term) {
    return term.length() >= SHORTEST && term.chars().allMatch(Character::isLetter);
  }

  private static boolean beginAlike(String term, String other) {
    return term.charAt(0) == other.charAt(0)
        || other.charAt(0) == 'h' && other.charAt(1) == term.charAt(0)
        || term.charAt(0) == 'h' && term.charAt(1) == other.charAt(0);
  }

  /// The number of edits between two words; more than `most` where there are more.
  static int distance(String a, String b, int most) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int edits = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean exchanged = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = exchanged ? Math.min(edits, before[j - 2] + 1) : edits;
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
