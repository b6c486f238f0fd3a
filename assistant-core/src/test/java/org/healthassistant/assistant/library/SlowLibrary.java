package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The library of a running service whose vectors are never there when they are first asked for,
/// and always when they are asked for again.
public final class SlowLibrary extends Library {

  private final KnowledgeIndex index;
  private final ReadyLibrary ready;

  /// The library of that service.
  public SlowLibrary(TestService service) {
    super(service.bean(KnowledgeIndex.class), service.bean(ClinicalClock.class), true);
    this.index = service.bean(KnowledgeIndex.class);
    this.ready = new ReadyLibrary(service);
  }

  @Override
  public PendingVectors begin(String text) {
    List<WindowEmbedding> windows = ready.begin(text).windows(Duration.ZERO).orElseThrow();
    return new PendingVectors(text, index.encoders(), List.of(), new AtTheSecondLook(windows));
  }

  private static final class AtTheSecondLook extends CompletableFuture<List<WindowEmbedding>> {
    private final List<WindowEmbedding> windows;
    private boolean asked;

    AtTheSecondLook(List<WindowEmbedding> windows) {
      this.windows = windows;
    }

    @Override
    public synchronized List<WindowEmbedding> get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      if (!asked) {
        asked = true;
        throw new TimeoutException();
      }
      complete(windows);
      return super.get(timeout, unit);
    }
  }
}
