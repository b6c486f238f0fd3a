package org.healthassistant.evaluation.report;

import java.util.Collection;
import java.util.List;

/// The percentiles of a set of values, by nearest rank.
///
/// @param sorted the values in rising order
public record Percentiles(List<Double> sorted) {

  /// Copies and sorts the values.
  public Percentiles {
    sorted = sorted.stream().sorted().toList();
  }

  /// The percentiles of these values.
  public static Percentiles of(Collection<Double> values) {
    return new Percentiles(List.copyOf(values));
  }

  /// The smallest value that at least this share of all values does not exceed; NaN for no
  /// values.
  ///
  /// @param share from 0 (the smallest) to 1 (the largest)
  public double at(double share) {
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("share must be 0 to 1, got " + share);
    }
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
