package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The steps of a round, and how often the last is repeated. It has no end.
///
/// @param rungs in the order of their times; never empty
record Ladder(List<Rung> rungs, Duration repeat) {

  Ladder {
    rungs = rungs.stream().sorted(Comparator.comparing(Rung::after)).toList();
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs a step");
    }
  }

  /// What step number `step` consists of, from 1; beyond the last: the last again.
  Rung rung(int step) {
    return rungs.get(Math.min(step, rungs.size()) - 1);
  }

  boolean isLast(int step) {
    return step >= rungs.size();
  }

  /// From step number `step` to the next.
  Duration gapAfter(int step) {
    return isLast(step) ? repeat : rung(step + 1).after().minus(rung(step).after());
  }

  /// The shortest time between two steps.
  Duration shortestGap() {
    return IntStream.rangeClosed(1, rungs.size())
        .mapToObj(this::gapAfter)
        .filter(Duration::isPositive)
        .min(Comparator.naturalOrder())
        .orElse(repeat);
  }
}
