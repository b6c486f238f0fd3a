package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Drops hits that stand inside a longer phrase which means something else.
final class Masking {

  private Masking() {}

  /// Without what lies inside a mask (`to die for`), and without cues that are part of a longer
  /// concept (the `no` of `no puedo respirar`).
  ///
  /// In `a cake to die for` the mask covers words 2 to 4, so the hit on `die` (word 3) is
  /// dropped: the mask that begins at or before it reaches at least as far as it does. In `no
  /// puedo respirar` the concept "cannot breathe" covers words 0 to 2 and takes in the negation
  /// at word 0, which therefore denies nothing behind it. Masks are applied first: what is
  /// inside one takes in nothing either. A measure that is the mask itself stays (`heart rate`
  /// says nothing of the heart, and yet is what a number measures).
  ///
  /// Both questions are "does something that begins at or before this word reach beyond it", so
  /// one array of furthest ends answers them for all hits in time linear in words and hits.
  static List<Hit> apply(List<Hit> hits, Lexicon lexicon, int tokens) {
    Predicate<Hit> mask = hit -> lexicon.concept(hit.concept()).kind().equals("mask");
    Predicate<Hit> cue = hit -> lexicon.concept(hit.concept()).kind().equals("cue");
    Predicate<Hit> content = hit -> lexicon.concept(hit.concept()).content();
    Predicate<Hit> measure = hit -> lexicon.concept(hit.concept()).kind().equals("measure");
    int[] masked = reach(hits, mask, tokens);
    var kept = new ArrayList<Hit>(hits.size());
    hits.stream()
        .filter(hit -> mask.test(hit)
            || masked[hit.first()] < hit.end()
            || (measure.test(hit) && masked[hit.first()] == hit.end()))
        .forEach(kept::add);
    int[] taken = longReach(kept, content, tokens);
    kept.removeIf(
        hit -> cue.test(hit) && negation(hit, lexicon) && taken[hit.first()] >= hit.end());
    return kept;
  }

  private static boolean negation(Hit hit, Lexicon lexicon) {
    var name = lexicon.concept(hit.concept()).name();
    return name.equals("negated") || name.equals("contrast");
  }

  /// For each word, how far the hits that begin at or before it reach.
  private static int[] reach(List<Hit> hits, Predicate<Hit> which, int tokens) {
    var reach = new int[tokens];
    hits.stream()
        .filter(which)
        .forEach(hit -> reach[hit.first()] = Math.max(reach[hit.first()], hit.end()));
    return spread(reach);
  }

  private static int[] longReach(List<Hit> hits, Predicate<Hit> which, int tokens) {
    return reach(hits, which.and(hit -> hit.end() - hit.first() > 1), tokens);
  }

  private static int[] spread(int[] reach) {
    for (int at = 1; at < reach.length; at++) {
      reach[at] = Math.max(reach[at], reach[at - 1]);
    }
    return reach;
  }
}
