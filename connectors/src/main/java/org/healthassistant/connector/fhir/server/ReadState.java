package org.healthassistant.connector.fhir.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Up to when each type of one patient's record is known: what the next reading goes on from.
/// Holds nothing of the record.
///
/// @param types by name; a type that was never read to its end is missing
public record ReadState(Map<String, TypeState> types) {

  /// Nothing was read.
  public static final ReadState NONE = new ReadState(Map.of());

  /// Copies the map.
  public ReadState {
    types = Map.copyOf(types);
  }

  /// How far one type is known.
  ///
  /// @param readTo what changed at the server before this is known, by the server's clock
  /// @param wholeAt when all of it was read, not only what changed, by our clock
  /// @param flawed whether an entry of it could not be read at that time
  public record TypeState(Instant readTo, Instant wholeAt, boolean flawed) {}

  /// The time of which everything is known that was ever read; empty: nothing was.
  public Optional<Instant> asOf() {
    return types.values().stream().map(TypeState::readTo).min(Instant::compareTo);
  }

  /// How far a type is known, by its name; null: it was never read to its end.
  @Nullable
  TypeState find(String type) {
    return types.get(type);
  }
}
