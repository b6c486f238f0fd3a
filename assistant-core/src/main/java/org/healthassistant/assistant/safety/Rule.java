package org.healthassistant.assistant.safety;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.rules.RulePattern;

/// One rule: which concepts must come together, and what it means when they do.
///
/// @param pattern which concepts must come together
/// @param explicit whether its words state the danger; a rule that is not explicit may give way
///     to a classifier that is sure of the contrary
/// @param contactUnsafe whether it says that calls or texts to the writer are not safe
/// @param lift what raises the level, if anything does
/// @param fire examples that must fire, by language
/// @param quiet examples that must not, by language
record Rule(
    String id,
    String category,
    Level level,
    RulePattern pattern,
    boolean explicit,
    boolean contactUnsafe,
    Optional<Lift> lift,
    String explanation,
    Map<String, List<String>> fire,
    Map<String, List<String>> quiet) {

  Rule {
    fire = Map.copyOf(fire);
    quiet = Map.copyOf(quiet);
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
