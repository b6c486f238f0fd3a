package org.healthassistant.assistant.answer.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Keeps patients from waiting for a model that is broken. After three failures in a row it is
/// **open**: nobody asks the model for thirty seconds. Then it is **half open**: one question
/// tries the model, and closes the circuit where that works, else opens it again. A clock that is
/// set back makes no rest longer (ADR 0046). Safe from any thread.
public final class ModelCircuit {

  static final int FAILURES = 3;
  static final Duration REST = Duration.ofSeconds(30);

  private final InstantSource clock;
  private int failures;
  private @Nullable Instant until;
  private boolean onTrial;

  ModelCircuit(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether the model may be asked now. Who may says [#told] what came of it, in any case.
  synchronized boolean enter() {
    if (until == null) {
      return true;
    }
    if (isOpen() || onTrial) {
      return false;
    }
    onTrial = true;
    return true;
  }

  /// Tells what came of a question.
  ///
  /// @param worked whether the model answered, whatever it said
  synchronized void told(boolean worked) {
    onTrial = false;
    if (worked) {
      failures = 0;
      until = null;
      return;
    }
    failures++;
    if (failures >= FAILURES) {
      until = clock.instant().plus(REST);
    }
  }

  /// Whether nobody asks the model now.
  synchronized boolean isOpen() {
    Instant now = clock.instant();
    return until != null && now.isBefore(until) && !until.isAfter(now.plus(REST));
  }
}
