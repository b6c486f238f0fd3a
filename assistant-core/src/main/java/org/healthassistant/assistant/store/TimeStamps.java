package org.healthassistant.assistant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Turns instants into what both databases bind and read: `OffsetDateTime` in UTC. PostgreSQL's
/// driver takes no `Instant`, and keeps microseconds, so instants are cut to them.
public final class TimeStamps {

  private TimeStamps() {}

  /// For binding; null stays null.
  public static @Nullable OffsetDateTime bindNullable(@Nullable Instant at) {
    return at == null ? null : bind(at);
  }

  /// For binding.
  public static OffsetDateTime bind(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /// Reads a column that is never null.
  public static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// Reads a column that may be null.
  public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
