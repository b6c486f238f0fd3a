package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the two pressures of one measurement together, which exports write apart.
final class Pairs {

  /// No export holds so many of which the other half is missing.
  private static final int MOST_OPEN = 100_000;

  private final Map<Key, BigDecimal> upper = new HashMap<>();
  private final Map<Key, BigDecimal> lower = new HashMap<>();

  /// One half.
  ///
  /// @param systolic whether it is the upper one
  /// @return both, upper first, where the other half came before
  Optional<BigDecimal[]> add(boolean systolic, BigDecimal value, OffsetDateTime at, String source) {
    Key key = new Key(at, source);
    Map<Key, BigDecimal> own = systolic ? upper : lower;
    BigDecimal other = (systolic ? lower : upper).remove(key);
    if (other == null) {
      if (own.size() < MOST_OPEN) {
        own.put(key, value);
      }
      return Optional.empty();
    }
    return Optional.of(
        systolic ? new BigDecimal[] {value, other} : new BigDecimal[] {other, value});
  }

  private record Key(OffsetDateTime at, String source) {}
}
