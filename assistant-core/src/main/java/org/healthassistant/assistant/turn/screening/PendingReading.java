package org.healthassistant.assistant.turn.screening;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.library.PendingText;
import org.healthassistant.assistant.library.TextReading;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ReadingUnit;
import org.healthassistant.assistant.safety.UnitReading;

/// A message whose meaning is being read: the units that the screen asks for, and what the
/// library says of them. Neither of the two rooms knows the other. Safe from any thread.
public final class PendingReading {

  private final PendingText text;
  private final Optional<List<ReadingUnit>> units;
  private final List<String> texts;
  private final List<String> context;

  /// @param text begun with the [#texts] of the units
  /// @param units empty where the message could not be cut into any
  /// @param context the ids of the earlier messages that the units join, oldest first
  PendingReading(PendingText text, Optional<List<ReadingUnit>> units, List<String> context) {
    this.text = text;
    this.units = units.map(List::copyOf);
    this.texts = texts(units.orElse(List.of()));
    this.context = List.copyOf(context);
  }

  /// What has to be read for some units: the text of each once.
  static List<String> texts(List<ReadingUnit> units) {
    return units.stream().map(ReadingUnit::text).distinct().toList();
  }

  /// Those of the texts that are whole messages.
  static Set<String> whole(List<ReadingUnit> units) {
    return units.stream()
        .filter(ReadingUnit::isWhole)
        .map(ReadingUnit::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What the message means; empty when that did not come in time or could not be read.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<MeaningReading> meaning(Duration atMost) {
    return units.flatMap(cut -> text.readings(atMost).map(read -> meaning(cut, read)));
  }

  private MeaningReading meaning(List<ReadingUnit> cut, List<TextReading> readings) {
    Map<String, TextReading> read = new HashMap<>();
    IntStream.range(0, texts.size()).forEach(at -> read.put(texts.get(at), readings.get(at)));
    return new MeaningReading(
        cut.stream()
            .map(unit -> {
              TextReading said = read.get(unit.text());
              if (said == null) {
                throw new IllegalStateException("a unit was not read");
              }
              return new UnitReading(unit, said.levels(), said.categories());
            })
            .toList(),
        context);
  }

  /// Whether it could not be read: waiting longer gives nothing, it has to be begun anew.
  public boolean failed() {
    return units.isEmpty() || text.failed();
  }

  /// Whether it is read behind just these messages.
  boolean isBehind(List<String> ids) {
    return context.equals(ids);
  }

  /// The library's part, which gives the message's vectors as a question too.
  public PendingText text() {
    return text;
  }
}
