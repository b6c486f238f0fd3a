package org.healthassistant.assistant.safety.text;

import java.util.BitSet;
import java.util.List;

/// Finds which concepts are denied.
///
/// A denial reaches only what stands right behind it, over words that carry no meaning of their
/// own (`havent had any …`) and over a list closed by *or* (`no fever, chills or cough`). A
/// contrast word, any other word and any other pause end it: when in doubt, nothing is denied.
final class Negation {

  private static final int LONGEST_LIST = 30;
  private static final int MOST_CARRIERS = 6;

  private final AnnotatedText reading;
  private final BitSet carriers;
  private final BitSet lists;
  private final BitSet contrasts;
  private final BitSet speakers;
  private final BitSet cues;

  Negation(AnnotatedText reading) {
    this.reading = reading;
    this.carriers = reading.words("function/carrier");
    this.lists = reading.words("cue/list");
    this.contrasts = reading.words("cue/contrast");
    this.speakers = reading.words("cue/speaker");
    this.cues = reading.words("cue/negated");
  }

  /// The hits denied, as numbers into the list.
  BitSet denied(List<Hit> hits, int[][] deniable) {
    var denied = new BitSet();
    var pseudo = reading.words("cue/not-a-negation");
    int negated = reading.lexicon().number("cue/negated");
    for (var hit : hits) {
      if (hit.concept() == negated && !pseudo.get(hit.first())) {
        deny(hit.end(), hits, deniable, denied);
      }
    }
    return denied;
  }

  private void deny(int from, List<Hit> hits, int[][] deniable, BitSet denied) {
    int carried = 0;
    boolean afterConcept = false;
    for (int at = from; at < reading.size(); ) {
      boolean ends = reading.token(at).seam() || contrasts.get(at) || (at > from && cues.get(at));
      if (ends || (pause(at) && !(afterConcept && listContinues(at)))) {
        return;
      }
      int furthest = denyFrom(at, hits, deniable, denied);
      if (furthest > at) {
        at = furthest;
        afterConcept = true;
        carried = 0;
      } else if ((carriers.get(at) || lists.get(at)) && carried++ < MOST_CARRIERS) {
        at++;
      } else {
        return;
      }
    }
  }

  /// Denies what begins at a word and what begins inside that, and says where the last of it
  /// ends.
  private int denyFrom(int from, List<Hit> hits, int[][] deniable, BitSet denied) {
    int furthest = from;
    for (int at = from; at == from || at < furthest; at++) {
      for (int number : deniable[at]) {
        denied.set(number);
        var hit = hits.get(number);
        if (reading.lexicon().concept(hit.concept()).content()) {
          furthest = Math.max(furthest, hit.end());
        }
      }
    }
    return furthest;
  }

  private boolean pause(int at) {
    return reading.token(at).word().before() != Pause.NONE;
  }

  /// Whether what follows a comma is one more thing of a list that ends with *or*.
  private boolean listContinues(int from) {
    if (reading.token(from).word().before() == Pause.HARD) {
      return false;
    }
    for (int at = from; at < reading.size() && at < from + LONGEST_LIST; at++) {
      boolean stops = reading.token(at).seam() || contrasts.get(at) || speakers.get(at);
      if (stops || (at > from && reading.token(at).word().before() == Pause.HARD)) {
        return false;
      }
      if (lists.get(at)) {
        return true;
      }
    }
    return false;
  }
}
