package org.healthassistant.assistant.library;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The library of a running service whose classifier is broken: no message's meaning can
/// be read.
public final class BrokenLibrary extends Library {

  private final KnowledgeIndex index;

  /// The library of that service.
  public BrokenLibrary(TestService service) {
    super(
        service.bean(KnowledgeIndex.class),
        service.bean(MeaningClassifier.class),
        service.bean(ClinicalClock.class),
        true);
    this.index = service.bean(KnowledgeIndex.class);
  }

  @Override
  public PendingText begin(String text, List<String> parts, Set<String> whole) {
    return new PendingText(
        text,
        index.encoders(),
        CompletableFuture.failedFuture(new IllegalStateException("broken")));
  }
}
