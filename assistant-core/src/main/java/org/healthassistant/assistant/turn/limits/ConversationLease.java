package org.healthassistant.assistant.turn.limits;

/// The lease of one conversation, or that it could not be had. Closing gives back what is held; a
/// second close does nothing more. For one thread.
public final class ConversationLease implements AutoCloseable {

  private final Runnable release;
  private boolean held;

  ConversationLease(boolean held, Runnable release) {
    this.held = held;
    this.release = release;
  }

  /// Whether the caller has the conversation to itself.
  public boolean held() {
    return held;
  }

  /// Gives the lease back and wakes the next.
  @Override
  public void close() {
    if (held) {
      held = false;
      release.run();
    }
  }
}
