package org.healthassistant.connector.wearable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps what was read of a file.
final class Collected implements SampleSink {

  final List<String> types = new ArrayList<>();
  final List<Sample> samples = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();

  static Collected of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Collected of(byte[] file) {
    Collected collected = new Collected();
    try {
      MeasurementFile.read(new ByteArrayInputStream(file), collected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collected;
  }

  @Override
  public void record(String type) {
    types.add(type);
  }

  @Override
  public void sample(Sample sample) {
    samples.add(sample);
  }

  @Override
  public void skipped(String type, String why) {
    skipped.add(type + (why.isEmpty() ? "" : ": " + why));
  }

  /// Each sample on one line: code, value, start and rank.
  List<String> lines() {
    return samples.stream()
        .map(one -> one.measured().loinc() + " " + one.value().toPlainString()
            + (one.second() == null ? "" : "/" + one.second().toPlainString())
            + " " + one.measured().unit() + " " + one.start() + " " + one.rank())
        .toList();
  }
}
