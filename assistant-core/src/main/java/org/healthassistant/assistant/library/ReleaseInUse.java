package org.healthassistant.assistant.library;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.healthassistant.knowledge.KnowledgeIndex;

/// The one release that is read, and its change while it is read: whoever has begun to read one
/// goes on with that one to the end. Safe from any thread.
final class ReleaseInUse implements AutoCloseable {

  private final ScopedValue<KnowledgeIndex> mine = ScopedValue.newInstance();
  private final AtomicReference<Edition> current;

  ReleaseInUse(KnowledgeIndex first, Runnable gone) {
    this.current = new AtomicReference<>(new Edition(first, gone));
  }

  /// Does some work that meets one release only, however often it reads.
  <T> T pinned(Supplier<T> work) {
    return mine.isBound() ? work.get() : read(index -> work.get());
  }

  /// Reads once: the release of the work around it, or else the one in use.
  <T> T read(Function<KnowledgeIndex, T> work) {
    if (mine.isBound()) {
      return work.apply(mine.get());
    }
    Edition edition = entered();
    try {
      KnowledgeIndex index = edition.index();
      return ScopedValue.where(mine, index).call(() -> work.apply(index));
    } finally {
      edition.leave();
    }
  }

  /// Puts another release into use. The one before is closed when the last who reads it is done.
  ///
  /// @param gone what is done when this one is closed in its turn
  void use(KnowledgeIndex next, Runnable gone) {
    current.getAndSet(new Edition(next, gone)).retire();
  }

  @Override
  public void close() {
    current.get().retire();
  }

  private Edition entered() {
    Edition edition = current.get();
    while (!edition.enter()) {
      Edition next = current.get();
      if (next == edition) {
        throw new IllegalStateException("the library is closed");
      }
      edition = next;
    }
    return edition;
  }
}
