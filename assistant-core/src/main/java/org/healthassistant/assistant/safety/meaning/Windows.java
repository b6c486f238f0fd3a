package org.healthassistant.assistant.safety.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Cuts words into windows: runs of sentences and of clauses, short enough to be read as one
/// concern.
final class Windows {

  /// What a window may cost, as [ReadingUnits#cost] counts.
  static final int WIDTH = 48;

  private static final int FEWEST_WORDS = 2;

  /// Sentences that a window may hold.
  private static final int SENTENCES = 3;

  /// Up to so many clauses, every run of them is a window.
  private static final int FEW_CLAUSES = 5;

  /// Words from one even window to the next, which is twice as wide.
  private static final int STRIDE = 12;

  private final Set<String> openers;

  /// @param openers words that begin a clause
  Windows(Set<String> openers) {
    this.openers = Set.copyOf(openers);
  }

  private record Run(int from, int end) {}

  /// At most so many windows, no two of them the same. Those that the words alone give come
  /// first: they are the same with and without signs.
  List<List<CanonicalWord>> cut(List<CanonicalWord> words, int most) {
    var runs = new LinkedHashSet<Run>();
    var clauses = starts(words, at -> opensClause(words, at));
    runs(words, clauses, clauses.size() - 1 <= FEW_CLAUSES ? FEW_CLAUSES : SENTENCES, runs);
    strides(words, runs);
    if (runs.size() > most) {
      runs.clear();
      packed(words, clauses, most, runs);
    }
    runs(words, starts(words, at -> words.get(at).opens()), SENTENCES, runs);
    return runs.stream()
        .limit(most)
        .map(run -> words.subList(run.from(), run.end()))
        .toList();
  }

  /// A clause begins with a word that can begin one, unless the next one can too: `and i`.
  private boolean opensClause(List<CanonicalWord> words, int at) {
    return openers.contains(words.get(at).form())
        && (at + 1 == words.size() || !openers.contains(words.get(at + 1).form()));
  }

  /// Where parts begin, and the end of the last.
  private static List<Integer> starts(List<CanonicalWord> words, IntPredicate opens) {
    var starts = new ArrayList<Integer>();
    for (int at = 0; at < words.size(); at++) {
      if (at == 0 || opens.test(at)) {
        starts.add(at);
      }
    }
    starts.add(words.size());
    return starts;
  }

  /// All runs of neighbouring parts, up to so many, that are neither too short nor too wide.
  private static void runs(
      List<CanonicalWord> words, List<Integer> starts, int most, Set<Run> runs) {
    for (int first = 0; first + 1 < starts.size(); first++) {
      for (int last = first + 1; last < starts.size() && last - first <= most; last++) {
        var run = new Run(starts.get(first), starts.get(last));
        if (run.end() - run.from() >= FEWEST_WORDS
            && ReadingUnits.cost(words.subList(run.from(), run.end())) <= WIDTH) {
          runs.add(run);
        }
      }
    }
  }

  /// Windows at even distances, of a text that is too wide for one.
  private static void strides(List<CanonicalWord> words, Set<Run> runs) {
    if (ReadingUnits.cost(words) > WIDTH) {
      for (int start = 0; start + STRIDE < words.size(); start += STRIDE) {
        runs.add(new Run(start, Math.min(words.size(), start + 2 * STRIDE)));
      }
    }
  }

  /// Windows as wide as can be that begin where clauses do and share a quarter with the next;
  /// where those are too many, some evenly left out at the middle.
  private static void packed(
      List<CanonicalWord> words, List<Integer> starts, int most, Set<Run> runs) {
    var all = new ArrayList<Run>();
    int from = 0;
    while (from < words.size()) {
      int end = from;
      int sum = 0;
      while (end < words.size() && sum + ReadingUnits.cost(words.get(end)) <= WIDTH) {
        sum += ReadingUnits.cost(words.get(end));
        end++;
      }
      end = Math.max(end, from + 1);
      all.add(new Run(from, end));
      from = end == words.size() ? end : next(starts, from, end);
    }
    int head = Math.min(all.size(), most / 2);
    runs.addAll(all.subList(0, head));
    runs.addAll(all.subList(Math.max(head, all.size() - (most - head)), all.size()));
  }

  /// The last start of a clause in the last quarter of a window, else where that begins.
  private static int next(List<Integer> starts, int from, int end) {
    int quarter = end - Math.max(1, (end - from) / 4);
    for (int at : starts) {
      if (at >= quarter && at < end) {
        return at;
      }
    }
    return Math.max(from + 1, quarter);
  }
}
