package org.healthassistant.assistant.escalation.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// How far an escalation is, as the policy sees it.
///
/// @param categories most urgent first
/// @param begun when the level was last set: the first step counts from here
/// @param last the last step paged in this round; empty: none yet
public record Progress(
    Level level, List<String> categories, Hold hold, Instant begun, Optional<Step> last) {

  /// Copies the categories.
  public Progress {
    categories = List.copyOf(categories);
  }

  /// In whose hands it is.
  public sealed interface Hold {

    /// In nobody's: people are paged.
    record Nobody() implements Hold {}

    /// Somebody has acknowledged it and was not in contact with the patient yet.
    record Acknowledged(Instant at) implements Hold {}

    /// It was resolved, or somebody was in contact: nothing is due.
    record Settled() implements Hold {}
  }

  /// A step that was paged.
  ///
  /// @param faltered whether every page of it has failed, or was tried in vain and waits for
  ///     another attempt
  public record Step(int number, Instant at, boolean faltered) {}
}
