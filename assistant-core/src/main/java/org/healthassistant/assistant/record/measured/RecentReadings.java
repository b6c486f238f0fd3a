package org.healthassistant.assistant.record.measured;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.connector.wearable.Sample;
import org.springframework.stereotype.Component;

/// Tells which readings are recent enough to be looked at for danger.
@Component
public class RecentReadings {

  /// A reading says how somebody is for so long.
  public static final Duration RECENT = Duration.ofHours(48);

  /// A device's clock may be a little ahead.
  private static final Duration AHEAD = Duration.ofHours(2);

  private final ClinicalClock clock;

  RecentReadings(ClinicalClock clock) {
    this.clock = clock;
  }

  /// Whether a moment is recent.
  public boolean isRecent(Instant at) {
    Instant now = clock.instant();
    return at.isAfter(now.minus(RECENT)) && at.isBefore(now.plus(AHEAD));
  }

  /// Those of the rows that are recent, oldest first; none of what is told by the day.
  List<NewReading> recent(Measured measured, List<Row> rows) {
    return Row.isSpan(measured)
        ? List.of()
        : rows.stream()
            .filter(row -> isRecent(Instant.ofEpochSecond(row.start())))
            .sorted(Comparator.comparingLong(Row::start))
            .map(row -> new NewReading(
                MeasuredEntries.of(measured, row),
                row.source(),
                row.rank() == Sample.Rank.TYPED,
                row.active()))
            .toList();
  }
}
