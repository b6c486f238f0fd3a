package org.healthassistant.assistant.safety;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One rule: which concepts must come together, and what it means when they do.
///
/// @param needs each must be met by a hit of its own
/// @param unless the frames that keep the rule quiet
/// @param affirmed whether a denied concept does not count
/// @param acrossClauses whether the hits may stand in neighbouring clauses
/// @param whole whether the message may hold nothing else but courtesies
/// @param lift what raises the level, if anything does
/// @param fire examples that must fire, by language
/// @param quiet examples that must not, by language
record Rule(
    String id,
    String category,
    Level level,
    List<Need> needs,
    List<Frame> unless,
    boolean affirmed,
    boolean acrossClauses,
    boolean whole,
    Optional<Lift> lift,
    String explanation,
    Map<String, List<String>> fire,
    Map<String, List<String>> quiet) {

  Rule {
    needs = List.copyOf(needs);
    unless = List.copyOf(unless);
    fire = Map.copyOf(fire);
    quiet = Map.copyOf(quiet);
  }

  /// Met by a hit of any of these concepts, by their numbers.
  record Need(List<Integer> concepts) {
    Need {
      concepts = List.copyOf(concepts);
    }
  }

  /// A way of speaking, such as of the past: all of these cues stand there and none of those.
  record Frame(List<Integer> present, List<Integer> absent) {
    Frame {
      present = List.copyOf(present);
      absent = List.copyOf(absent);
    }
  }

  /// A higher level for patients of whom the record says one of these.
  record Lift(Set<RiskFact> risk, Level to) {
    Lift {
      risk = Set.copyOf(risk);
    }
  }

  /// The level for a patient of whom the record says this.
  Level levelFor(Set<RiskFact> risk) {
    return lift.filter(lifting -> lifting.risk().stream().anyMatch(risk::contains))
        .map(lifting -> Level.max(level, lifting.to()))
        .orElse(level);
  }
}
