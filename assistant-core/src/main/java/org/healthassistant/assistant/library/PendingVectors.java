package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.knowledge.QuestionVectors;

/// The vectors of a message that are being taken. Both questions may be asked again later: what was
/// not ready then may be ready now.
public final class PendingVectors {

  PendingVectors() {}

  /// The vectors of the message's windows, in order; empty when they did not come in time or could
  /// not be taken. A blank message has no window: then the list is empty and there at once.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<List<WindowEmbedding>> windows(Duration atMost) {
    throw new UnsupportedOperationException();
  }

  /// The vectors of the whole message as a question; empty when they did not come in time or could
  /// not be taken.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<QuestionVectors> question(Duration atMost) {
    throw new UnsupportedOperationException();
  }
}
