package org.healthassistant.assistant.workspace.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.healthassistant.assistant.escalation.history.EscalationTimes;
import org.healthassistant.assistant.safety.Level;

/// The figures of a period.
///
/// @param levels most urgent first, those without a case left out
/// @param rules the most false alarms first, then by id
record Statistics(List<LevelFigures> levels, List<RuleFigures> rules) {

  Statistics {
    levels = List.copyOf(levels);
    rules = List.copyOf(rules);
  }

  /// @param rulesOf the rules of each judged alert, each once, by the escalation's id
  /// @param now for those that are still waiting
  static Statistics of(
      List<EscalationTimes> cases, Map<String, ? extends Collection<String>> rulesOf, Instant now) {
    List<LevelFigures> levels = Arrays.stream(Level.values())
        .sorted(Comparator.reverseOrder())
        .map(level ->
            figures(level, cases.stream().filter(c -> c.level() == level).toList(), now))
        .filter(figures -> figures.number() > 0)
        .toList();
    return new Statistics(levels, rules(cases, rulesOf));
  }

  /// Whether nothing began in the period.
  public boolean isEmpty() {
    return levels.isEmpty();
  }

  private static LevelFigures figures(Level level, List<EscalationTimes> cases, Instant now) {
    return new LevelFigures(
        level,
        cases.size(),
        (int) cases.stream().filter(EscalationTimes::open).count(),
        (int) cases.stream().filter(c -> c.missed(now)).count(),
        spread(cases, EscalationTimes::paged),
        spread(cases, EscalationTimes::acknowledged),
        spread(cases, EscalationTimes::contacted),
        spread(cases, EscalationTimes::resolved));
  }

  private static DurationPercentiles spread(
      List<EscalationTimes> cases, Function<EscalationTimes, Optional<Instant>> moment) {
    return DurationPercentiles.of(cases.stream()
        .flatMap(c -> moment.apply(c).stream().map(at -> Duration.between(c.created(), at)))
        .toList());
  }

  private static List<RuleFigures> rules(
      List<EscalationTimes> cases, Map<String, ? extends Collection<String>> rulesOf) {
    Map<String, int[]> counts = new TreeMap<>();
    for (EscalationTimes judged : cases) {
      for (String rule : judged.right().isEmpty() ? List.<String>of() : rulesOf(rulesOf, judged)) {
        int[] count = counts.computeIfAbsent(rule, r -> new int[2]);
        count[0]++;
        count[1] += judged.right().orElse(true) ? 0 : 1;
      }
    }
    return counts.entrySet().stream()
        .map(e -> new RuleFigures(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(
            Comparator.comparing(RuleFigures::wrong).reversed().thenComparing(RuleFigures::rule))
        .toList();
  }

  private static Collection<String> rulesOf(
      Map<String, ? extends Collection<String>> rulesOf, EscalationTimes one) {
    Collection<String> found = rulesOf.get(one.id());
    return found == null ? List.of() : found;
  }
}
