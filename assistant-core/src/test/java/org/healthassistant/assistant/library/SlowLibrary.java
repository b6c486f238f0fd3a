package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The library of a running service whose readings are never there when they are first asked for,
/// and always when they are asked for again.
public final class SlowLibrary extends Library {

  private final KnowledgeIndex index;
  private final ReadyLibrary ready;

  /// The library of that service.
  public SlowLibrary(TestService service) {
    super(
        service.bean(KnowledgeIndex.class),
        service.bean(MeaningClassifier.class),
        service.bean(ClinicalClock.class),
        true);
    this.index = service.bean(KnowledgeIndex.class);
    this.ready = new ReadyLibrary(service);
  }

  @Override
  public PendingText begin(String text, List<String> parts, Set<String> whole) {
    List<TextReading> readings =
        ready.begin(text, parts, whole).readings(Duration.ZERO).orElseThrow();
    return new PendingText(text, index.encoders(), new AtTheSecondLook(readings));
  }

  private static final class AtTheSecondLook extends CompletableFuture<List<TextReading>> {
    private final List<TextReading> readings;
    private boolean asked;

    AtTheSecondLook(List<TextReading> readings) {
      this.readings = readings;
    }

    @Override
    public synchronized List<TextReading> get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      if (!asked) {
        asked = true;
        throw new TimeoutException();
      }
      complete(readings);
      return super.get(timeout, unit);
    }
  }
}
