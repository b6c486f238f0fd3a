package org.healthassistant.assistant.record.measured;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.connector.wearable.Sample;
import org.healthassistant.connector.wearable.SampleSink;
import org.jspecify.annotations.Nullable;

/// Gathers what is read into portions, hands each on, and counts. Used by one thread.
final class Portions implements SampleSink {

  /// So many samples are kept at once: about 3 MB.
  private static final int PORTION = 20_000;

  private static final int TELL_EVERY = 5_000;

  /// A file has no more types; whatever goes beyond is counted together.
  private static final int MOST_TYPES = 500;

  private static final int LONGEST_NAME = 100;

  private final ToIntFunction<Map<Measured, List<Row>>> keep;
  private final Progress progress;
  private final Map<Measured, List<Row>> waiting = new EnumMap<>(Measured.class);
  private final Map<String, Long> byType = new TreeMap<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private int gathered;
  private long records;
  private long samples;
  private long imported;
  private long passedOver;
  private @Nullable OffsetDateTime from;
  private @Nullable OffsetDateTime to;

  /// @param keep keeps a portion, and says how much of it was new
  Portions(ToIntFunction<Map<Measured, List<Row>>> keep, Progress progress) {
    this.keep = keep;
    this.progress = progress;
  }

  /// Hears how far it is.
  interface Progress {

    /// @param records read so far
    /// @param imported of them new
    void at(long records, long imported);
  }

  @Override
  public void record(String type) {
    String name = name(type);
    byType.merge(byType.size() < MOST_TYPES ? name : "other", 1L, Long::sum);
    records++;
    if (records % TELL_EVERY == 0) {
      progress.at(records, imported);
    }
  }

  @Override
  public void sample(Sample sample) {
    waiting.computeIfAbsent(sample.measured(), any -> new ArrayList<>()).add(Row.of(sample));
    samples++;
    OffsetDateTime at = sample.start();
    from = from == null || at.isBefore(from) ? at : from;
    to = to == null || at.isAfter(to) ? at : to;
    gathered++;
    if (gathered >= PORTION) {
      flush();
    }
  }

  @Override
  public void skipped(String type, String why) {
    passedOver++;
    if (!why.isEmpty() && problems.size() < ImportReport.MOST_PROBLEMS) {
      problems.add(name(type) + ": " + why);
    }
  }

  /// Hands on what waits.
  void flush() {
    if (gathered > 0) {
      imported += keep.applyAsInt(Map.copyOf(waiting));
      waiting.clear();
      gathered = 0;
    }
  }

  ImportReport report() {
    return new ImportReport(
        imported,
        passedOver + samples - imported,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        new LinkedHashMap<>(byType),
        List.copyOf(problems));
  }

  ImportProgress ended(ImportProgress.State state) {
    return new ImportProgress(state, records, imported);
  }

  private static String name(String type) {
    String plain = type.isBlank() ? "unknown" : type.strip();
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }
}
