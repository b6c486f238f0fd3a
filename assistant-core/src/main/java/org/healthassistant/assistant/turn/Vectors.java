package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.safety.WindowVector;

/// The library's vectors of a message as the screen takes them.
final class Vectors {

  private Vectors() {}

  static Optional<List<WindowVector>> windows(PendingVectors pending, Duration atMost) {
    return pending
        .windows(atMost)
        .map(windows -> windows.stream()
            .map(w -> new WindowVector(w.start(), w.end(), w.vector()))
            .toList());
  }
}
