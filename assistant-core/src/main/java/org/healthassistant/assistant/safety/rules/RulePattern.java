package org.healthassistant.assistant.safety.rules;

import java.util.List;
import java.util.Set;

/// Which concepts must come together in what a patient writes, and how they must be meant.
///
/// @param needs each must be met by a hit of its own
/// @param unless the frames that keep the rule quiet
/// @param affirmed whether a denied concept does not count
/// @param acrossClauses whether the hits may stand in neighbouring clauses
/// @param whole whether the message may hold nothing else but courtesies
public record RulePattern(
    List<Need> needs, List<Frame> unless, boolean affirmed, boolean acrossClauses, boolean whole) {

  /// Copies the lists.
  public RulePattern {
    needs = List.copyOf(needs);
    unless = List.copyOf(unless);
  }

  /// Met by a hit of any of these concepts, or by what the record says of the patient.
  ///
  /// @param concepts their numbers
  /// @param facts codes of risk facts, such as `pregnant`
  public record Need(List<Integer> concepts, Set<String> facts) {
    /// Copies what it is given.
    public Need {
      concepts = List.copyOf(concepts);
      facts = Set.copyOf(facts);
    }

    boolean metBy(Set<String> known) {
      return facts.stream().anyMatch(known::contains);
    }
  }

  /// A way of speaking, such as of the past: all of these cues stand there and none of those.
  public record Frame(List<Integer> present, List<Integer> absent) {
    /// Copies the lists.
    public Frame {
      present = List.copyOf(present);
      absent = List.copyOf(absent);
    }
  }
}
