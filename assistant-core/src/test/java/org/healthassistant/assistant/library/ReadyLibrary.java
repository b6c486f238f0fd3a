package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The library of a running service whose readings are there when they are first asked for,
/// however busy the machine is.
public final class ReadyLibrary extends Library {

  private static final Duration LONG = Duration.ofMinutes(2);

  /// The library of that service.
  public ReadyLibrary(TestService service) {
    super(
        service.bean(KnowledgeIndex.class),
        service.bean(MeaningClassifier.class),
        service.bean(ClinicalClock.class),
        true);
  }

  @Override
  public PendingText begin(String text, List<String> parts, Set<String> whole) {
    PendingText pending = super.begin(text, parts, whole);
    Optional<List<TextReading>> readings = pending.readings(LONG);
    if (readings.isEmpty()) {
      throw new IllegalStateException("no readings within " + LONG);
    }
    return pending;
  }
}
