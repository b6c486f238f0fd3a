package org.healthassistant.assistant.safety.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Hit;
import org.jspecify.annotations.Nullable;

/// Applies rules to one reading.
///
/// A rule is tried at each hit of its first need, with the nearest hits of the others; the work
/// is linear in the number of hits.
public final class RuleMatcher {

  /// Words that may lie between the hits of a rule within a clause.
  private static final int REACH = 16;

  /// The same for a rule across clauses.
  private static final int FAR_REACH = 40;

  /// Words from a cue to the hits it colours.
  private static final int FRAME_REACH = 14;

  private static final int MOST_CLAUSES_APART = 2;

  /// The fact of a patient who is too small to write.
  private static final String WARD = "infant";

  /// Hits tried on either side of the anchor for each other need.
  private static final int WIDTH = 6;

  private final AnnotatedText reading;
  private final int own;
  private final int current;
  private final Crossing crossing;
  private final BitSet courtesies;
  private final Set<String> facts;
  private final Experiencer experiencer;

  /// @param own the first message of the conversation at hand; those before it are of others
  /// @param current the message to decide on; at least one hit must stand in it
  /// @param crossing which matches may reach into other conversations
  /// @param courtesy the concept of words that do not matter to a whole-message rule
  /// @param facts codes of what the record says of the patient
  public RuleMatcher(
      AnnotatedText reading,
      int own,
      int current,
      Crossing crossing,
      int courtesy,
      Set<String> facts) {
    this.reading = reading;
    this.own = own;
    this.current = current;
    this.crossing = crossing;
    this.facts = Set.copyOf(facts);
    this.experiencer = new Experiencer(reading);
    this.courtesies = new BitSet();
    for (int number : reading.hitsOf(courtesy)) {
      courtesies.set(reading.hit(number).first(), reading.hit(number).end());
    }
  }

  /// The hits that make the rule fire, one for each need that the record does not meet; empty
  /// when it does not fire.
  ///
  /// What the record says meets a need only in a match that is about the patient, and never all
  /// needs of a rule.
  public List<Hit> match(RulePattern rule) {
    var written = match(rule, rule.needs());
    var open = rule.needs().stream().filter(need -> !need.metBy(facts)).toList();
    if (!written.isEmpty() || open.isEmpty() || open.size() == rule.needs().size()) {
      return written;
    }
    var completed = match(rule, open);
    return completed.isEmpty() || !isAboutPatient(completed) ? List.of() : completed;
  }

  /// Whether what matched is told of the patient, so that the record counts.
  public boolean isAboutPatient(List<Hit> matched) {
    return !experiencer.isSomeoneElse(matched, facts.contains(WARD));
  }

  private List<Hit> match(RulePattern rule, List<RulePattern.Need> needs) {
    var places = new ArrayList<int[]>();
    for (var need : needs) {
      var hits = hits(need, rule.affirmed());
      if (hits.length == 0) {
        return List.of();
      }
      places.add(hits);
    }
    for (int anchor : places.getFirst()) {
      var matched = around(rule, anchor, places);
      if (matched != null && fires(rule, matched)) {
        return matched;
      }
    }
    return List.of();
  }

  private int[] hits(RulePattern.Need need, boolean affirmed) {
    int[] all = {};
    for (int concept : need.concepts()) {
      int[] more = reading.hitsOf(concept);
      if (more.length > 0) {
        int from = all.length;
        all = Arrays.copyOf(all, from + more.length);
        System.arraycopy(more, 0, all, from, more.length);
      }
    }
    if (affirmed) {
      all = Arrays.stream(all).filter(number -> !reading.denied(number)).toArray();
    }
    if (need.concepts().size() > 1) {
      Arrays.sort(all);
    }
    return all;
  }

  /// The hits that meet all needs of a pattern around one hit of its first need; null when one is
  /// not met.
  ///
  /// With the needs site and symptom and the text `my chest hurts and my arm hurts`, the anchor
  /// `chest` takes the first `hurts`, the nearest that is in reach, in the same clause, and not
  /// yet used for another need. Each need takes its nearest hit and none is taken back, so a
  /// worse choice for one need is never tried to please another: the next anchor is tried
  /// instead.
  private @Nullable List<Hit> around(RulePattern rule, int anchor, List<int[]> places) {
    var first = reading.hit(anchor);
    var matched = new ArrayList<Hit>();
    matched.add(first);
    for (var hits : places.subList(1, places.size())) {
      var nearest = nearest(rule, matched, anchor, hits);
      if (nearest == null) {
        return null;
      }
      matched.add(nearest);
    }
    return matched;
  }

  /// Hits are numbered by place, so the nearest stand right below and above the anchor's number.
  private @Nullable Hit nearest(RulePattern rule, List<Hit> matched, int number, int[] hits) {
    var anchor = matched.getFirst();
    int above = Arrays.binarySearch(hits, number);
    above = above < 0 ? -above - 1 : above;
    Hit best = null;
    for (int at = Math.max(0, above - WIDTH); at < Math.min(hits.length, above + WIDTH); at++) {
      var hit = reading.hit(hits[at]);
      boolean nearer = best == null || distance(anchor, hit) < distance(anchor, best);
      if (nearer && together(rule, anchor, hit) && matched.stream().noneMatch(hit::overlaps)) {
        best = hit;
      }
    }
    return best;
  }

  private boolean together(RulePattern rule, Hit one, Hit other) {
    if (!rule.acrossClauses()) {
      return distance(one, other) <= REACH && reading.sameClause(one.first(), other.first());
    }
    int apart = Math.abs(reading.clause(one.first()) - reading.clause(other.first()));
    return apart <= MOST_CLAUSES_APART && distance(one, other) <= FAR_REACH;
  }

  private static int distance(Hit one, Hit other) {
    return Math.max(0, Math.max(one.first() - other.end(), other.first() - one.end()));
  }

  private boolean fires(RulePattern rule, List<Hit> matched) {
    boolean now = matched.stream().anyMatch(hit -> reading.message(hit.end() - 1) == current);
    return now
        && (!rule.whole() || isWhole(matched))
        && crossing.joins(reading, own, matched)
        && rule.unless().stream().noneMatch(frame -> framed(frame, matched));
  }

  /// Whether the sentence of the first hit holds nothing else but courtesies, so that what stands
  /// in other sentences cannot quiet a call for help.
  private boolean isWhole(List<Hit> matched) {
    int sentence = reading.sentence(matched.getFirst().first());
    int first = matched.getFirst().first();
    while (first > 0 && reading.sentence(first - 1) == sentence) {
      first--;
    }
    for (int word = first; word < reading.size() && reading.sentence(word) == sentence; word++) {
      int at = word;
      boolean covered = courtesies.get(word)
          || matched.stream().anyMatch(hit -> hit.first() <= at && at < hit.end());
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  /// Whether the patient speaks of the match in this way.
  ///
  /// Each cue of the frame must colour it and be about it: when a concept of the match stands
  /// nearer to the cue once more, the cue is about that mention. In `i had chest pain in 2018 i
  /// have chest pain` the year is about the first, so the second counts.
  private boolean framed(RulePattern.Frame frame, List<Hit> matched) {
    return frame.present().stream().allMatch(cue -> isAbout(cue, matched))
        && frame.absent().stream().noneMatch(cue -> colours(cue, matched));
  }

  private boolean isAbout(int concept, List<Hit> matched) {
    for (var hit : matched) {
      for (int number : cuesAround(reading.hitsOf(concept), hit)) {
        var cue = reading.hit(number);
        if (matched.stream().noneMatch(each -> mentionedNearer(cue, each))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the concept of a hit stands nearer to a cue once more, in the reach of the cue.
  private boolean mentionedNearer(Hit cue, Hit hit) {
    int[] mentions = reading.hitsOf(hit.concept());
    int reach = distance(cue, hit);
    for (int at = firstWithin(mentions, cue.first() - reach); at < mentions.length; at++) {
      var other = reading.hit(mentions[at]);
      if (other.first() >= cue.end() + reach) {
        return false;
      }
      boolean nearer = distance(cue, other) < reach && !other.overlaps(hit);
      if (nearer && reaches(cue, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean colours(int concept, List<Hit> matched) {
    return matched.stream().anyMatch(hit -> cuesAround(reading.hitsOf(concept), hit).length > 0);
  }

  /// The cues that colour a hit.
  private int[] cuesAround(int[] cues, Hit hit) {
    int from = firstWithin(cues, hit.first() - FRAME_REACH);
    int end = from;
    while (end < cues.length && reading.hit(cues[end]).first() <= hit.end() + FRAME_REACH) {
      end++;
    }
    return Arrays.stream(cues, from, end)
        .filter(number -> reaches(reading.hit(number), hit))
        .toArray();
  }

  /// Whether a cue colours what stands at a hit: in its clause, or led into by it, and never in
  /// another message.
  private boolean reaches(Hit cue, Hit hit) {
    boolean inside =
        reading.sameClause(cue.first(), hit.first()) || reading.leadsInto(cue.first(), hit.first());
    return inside && reading.message(cue.first()) == reading.message(hit.first());
  }

  private int firstWithin(int[] cues, int word) {
    int low = 0;
    int high = cues.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reading.hit(cues[middle]).first() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
