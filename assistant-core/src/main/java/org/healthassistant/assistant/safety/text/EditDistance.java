package org.healthassistant.assistant.safety.text;

/// Counts typing slips: a letter too many, one missing, one wrong, or two neighbours swapped.
///
/// The optimal string alignment distance: F. Damerau, "A technique for computer detection and
/// correction of spelling errors" (1964), in the table of V. Levenshtein (1966).
final class EditDistance {

  private EditDistance() {}

  /// The fewest slips that turn one word into the other, each letter touched at most once.
  static int between(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int at = 0; at < row.length; at++) {
      last[at] = at;
    }
    for (int left = 1; left <= one.length(); left++) {
      row[0] = left;
      for (int right = 1; right <= other.length(); right++) {
        int change = one.charAt(left - 1) == other.charAt(right - 1) ? 0 : 1;
        int fewest = Math.min(last[right - 1] + change, Math.min(last[right], row[right - 1]) + 1);
        if (swapped(one, left, other, right)) {
          fewest = Math.min(fewest, before[right - 2] + 1);
        }
        row[right] = fewest;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }

  private static boolean swapped(String one, int left, String other, int right) {
    return left > 1
        && right > 1
        && one.charAt(left - 1) == other.charAt(right - 2)
        && one.charAt(left - 2) == other.charAt(right - 1);
  }
}
