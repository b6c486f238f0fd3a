package org.healthassistant.assistant.record.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/// How many readings of a server came to which end, since the start of this process. Safe for use
/// by many threads.
final class ReadCounts {

  private static final String NAME = "assistant.record.reads";

  /// All that was asked for came.
  final LongAdder whole = new LongAdder();

  /// Some parts came; the others are told as not available.
  final LongAdder inPart = new LongAdder();

  /// Nothing came: the copy of before stays.
  final LongAdder failed = new LongAdder();

  /// Shows them as `assistant.record.reads` by `outcome`, from the start and at zero.
  void register(MeterRegistry meters) {
    register(meters, "whole", whole);
    register(meters, "in-part", inPart);
    register(meters, "failed", failed);
  }

  private static void register(MeterRegistry meters, String outcome, LongAdder count) {
    FunctionCounter.builder(NAME, count, LongAdder::sum)
        .tag("outcome", outcome)
        .description("readings of patients from the FHIR server")
        .register(meters);
  }
}
