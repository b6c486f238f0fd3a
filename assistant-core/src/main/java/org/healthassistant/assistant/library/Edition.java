package org.healthassistant.assistant.library;

import org.healthassistant.knowledge.KnowledgeIndex;

/// A release that is read by several at once and goes when it is in use no more and the last of
/// them has left. Safe from any thread.
final class Edition {

  private final KnowledgeIndex index;
  private final Runnable gone;
  private int readers;
  private boolean retired;
  private boolean closed;

  /// @param gone what is done when the index is closed
  Edition(KnowledgeIndex index, Runnable gone) {
    this.index = index;
    this.gone = gone;
  }

  KnowledgeIndex index() {
    return index;
  }

  /// Begins to read, which [#leave] ends.
  ///
  /// @return false: it is gone, and another one is in use
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    readers++;
    return true;
  }

  synchronized void leave() {
    readers--;
    closeIfUnread();
  }

  /// Lets it go as soon as nobody reads it.
  synchronized void retire() {
    retired = true;
    closeIfUnread();
  }

  private void closeIfUnread() {
    if (retired && readers == 0 && !closed) {
      closed = true;
      index.close();
      gone.run();
    }
  }
}
