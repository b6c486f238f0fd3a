package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The steps of a round, and how often the last is repeated. It has no end.
///
/// @param steps in the order of their times; never empty
record EscalationPath(List<EscalationStep> steps, Duration repeat) {

  EscalationPath {
    steps = steps.stream().sorted(Comparator.comparing(EscalationStep::after)).toList();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path needs a step");
    }
  }

  /// What step number `number` consists of, from 1; beyond the last: the last again.
  EscalationStep step(int number) {
    return steps.get(Math.min(number, steps.size()) - 1);
  }

  boolean isLast(int step) {
    return step >= steps.size();
  }

  /// From step number `step` to the next.
  Duration gapAfter(int step) {
    return isLast(step) ? repeat : step(step + 1).after().minus(step(step).after());
  }

  /// The shortest time between two steps.
  Duration shortestGap() {
    return IntStream.rangeClosed(1, steps.size())
        .mapToObj(this::gapAfter)
        .filter(Duration::isPositive)
        .min(Comparator.naturalOrder())
        .orElse(repeat);
  }
}
