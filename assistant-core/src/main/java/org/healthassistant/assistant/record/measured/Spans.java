package org.healthassistant.assistant.record.measured;

import java.util.Map;
import java.util.TreeMap;

/// Times that are told of already, as spans that neither touch nor overlap.
final class Spans {

  private final TreeMap<Long, Long> spans = new TreeMap<>();

  /// How many seconds of a span are in them.
  long covered(long start, long end) {
    long covered = 0;
    Map.Entry<Long, Long> before = spans.floorEntry(start);
    long from = before == null ? start : before.getKey();
    for (Map.Entry<Long, Long> one : spans.subMap(from, true, end, false).entrySet()) {
      covered += Math.max(0, Math.min(end, one.getValue()) - Math.max(start, one.getKey()));
    }
    return covered;
  }

  /// Adds a span.
  void add(long start, long end) {
    long from = start;
    long to = end;
    Map.Entry<Long, Long> near = spans.floorEntry(end);
    while (near != null && near.getValue() >= from) {
      from = Math.min(from, near.getKey());
      to = Math.max(to, near.getValue());
      spans.remove(near.getKey());
      near = spans.floorEntry(end);
    }
    spans.put(from, to);
  }
}
