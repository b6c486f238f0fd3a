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
  private static final int FARTHEST = 10;

  private final AnnotatedText reading;
  private final BitSet carriers;
  private final BitSet lists;
  private final BitSet contrasts;
  private final BitSet speakers;
  private final BitSet cues;
  private final BitSet findings;
  private final BitSet ands;
  private final BitSet formal;
  private final BitSet nevers;
  private final BitSet compared;

  Negation(AnnotatedText reading) {
    this.reading = reading;
    this.carriers = reading.words("function/carrier");
    this.lists = reading.words("cue/list");
    this.contrasts = reading.words("cue/contrast");
    this.speakers = reading.words("cue/speaker");
    this.cues = reading.words("cue/negated");
    this.nevers = reading.words("cue/never");
    this.compared = reading.words("cue/compared");
    this.ands = reading.words("cue/and");
    this.formal = reading.words("cue/denies");
    this.findings = reading.words("symptom/letter-finding");
  }

  /// The hits denied, as numbers into the list.
  BitSet denied(List<Hit> hits, int[][] deniable) {
    var denied = new BitSet();
    var pseudo = reading.words("cue/not-a-negation");
    int negated = reading.lexicon().number("cue/negated");
    for (var hit : hits) {
      boolean denies = hit.concept() == negated && !pseudo.get(hit.first());
      if (denies && !comparesWithNow(hit)) {
        deny(hit.end(), formal.get(hit.first()), hits, deniable, denied);
      }
    }
    denyBefore(hits, denied);
    return denied;
  }

  /// Whether a *never* says how bad it is now: `never had chest pain like this`.
  private boolean comparesWithNow(Hit cue) {
    if (!nevers.get(cue.first())) {
      return false;
    }
    for (int at = cue.end(); at < reading.size() && at <= cue.end() + FARTHEST; at++) {
      if (reading.token(at).seam() || pause(at)) {
        return false;
      }
      if (compared.get(at)) {
        return true;
      }
    }
    return false;
  }

  /// Denies what stands right before a result that ends its sentence: `the smear was negative`.
  private void denyBefore(List<Hit> hits, BitSet denied) {
    int results = reading.lexicon().number("cue/denied-after");
    for (var result : hits) {
      boolean last = result.concept() == results
          && (result.end() == reading.size()
              || reading.token(result.end()).word().before() == Pause.HARD);
      for (int number = 0; last && number < hits.size(); number++) {
        var hit = hits.get(number);
        boolean before = hit.end() == result.first() && !pause(result.first());
        if (before && reading.lexicon().concept(hit.concept()).content()) {
          denied.set(number);
        }
      }
    }
  }

  /// @param formal whether the cue is of a report (`denies`), whose list may end with *and*
  private void deny(int from, boolean formal, List<Hit> hits, int[][] deniable, BitSet denied) {
    int carried = 0;
    boolean afterConcept = false;
    for (int at = from; at < reading.size(); ) {
      boolean ends = reading.token(at).seam() || contrasts.get(at) || (at > from && cues.get(at));
      if (ends || (pause(at) && !(afterConcept && listContinues(at, formal)))) {
        return;
      }
      int furthest = denyFrom(at, hits, deniable, denied);
      if (furthest > at) {
        at = furthest;
        afterConcept = true;
        carried = 0;
      } else if ((carriers.get(at) || lists.get(at) || formal && ands.get(at))
          && carried++ < MOST_CARRIERS) {
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

  /// Whether what follows a comma is one more thing of a list that ends with *or*, or a finding
  /// of a doctor's letter, which only stands in lists: `no murmurs, rubs, gallops`.
  private boolean listContinues(int from, boolean formal) {
    if (reading.token(from).word().before() == Pause.HARD) {
      return false;
    }
    if (findings.get(from)) {
      return true;
    }
    for (int at = from; at < reading.size() && at < from + LONGEST_LIST; at++) {
      boolean stops = reading.token(at).seam() || contrasts.get(at) || speakers.get(at);
      if (stops || (at > from && reading.token(at).word().before() == Pause.HARD)) {
        return false;
      }
      if (lists.get(at) || formal && ands.get(at)) {
        return true;
      }
    }
    return false;
  }
}
