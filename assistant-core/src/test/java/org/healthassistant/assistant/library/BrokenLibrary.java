package org.healthassistant.assistant.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The library of a running service whose encoder for windows is broken: no message's meaning can
/// be read.
public final class BrokenLibrary extends Library {

  private final KnowledgeIndex index;

  /// The library of that service.
  public BrokenLibrary(TestService service) {
    super(service.bean(KnowledgeIndex.class), service.bean(ClinicalClock.class), true);
    this.index = service.bean(KnowledgeIndex.class);
  }

  @Override
  public PendingVectors begin(String text) {
    return new PendingVectors(
        text,
        index.encoders(),
        List.of(),
        CompletableFuture.failedFuture(new IllegalStateException("broken")));
  }
}
