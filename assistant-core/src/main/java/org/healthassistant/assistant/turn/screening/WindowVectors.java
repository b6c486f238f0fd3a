package org.healthassistant.assistant.turn.screening;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.safety.WindowVector;

/// The library's vectors of a message as the screen takes them: neither room knows the other.
public final class WindowVectors {

  private WindowVectors() {}

  /// Waits for the vectors of the message's windows.
  ///
  /// @param atMost how long to wait; zero or less only looks
  /// @return in the message's order; empty when they did not come in time or could not be taken
  public static Optional<List<WindowVector>> await(PendingVectors pending, Duration atMost) {
    return pending
        .windows(atMost)
        .map(windows -> windows.stream()
            .map(w -> new WindowVector(w.start(), w.end(), w.vector()))
            .toList());
  }
}
