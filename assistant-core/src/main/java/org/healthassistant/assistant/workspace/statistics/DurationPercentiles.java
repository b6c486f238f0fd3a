package org.healthassistant.assistant.workspace.statistics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How long something took, over several cases.
///
/// @param number over how many; cases where it never happened are not among them
/// @param median by nearest rank; empty when there is none
/// @param ninetieth the time within which nine of ten were done, by nearest rank; likewise
record DurationPercentiles(int number, Optional<Duration> median, Optional<Duration> ninetieth) {

  static DurationPercentiles of(Collection<Duration> all) {
    List<Duration> sorted = all.stream().sorted().toList();
    return new DurationPercentiles(sorted.size(), rank(sorted, 50), rank(sorted, 90));
  }

  private static Optional<Duration> rank(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
  }
}
