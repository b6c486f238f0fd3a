package org.healthassistant.assistant.escalation.policy;

import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.team.Member;

/// What is due for an escalation now.
public sealed interface Decision {

  /// These are to be paged now.
  ///
  /// @param step its number in the round, from 1; steps with nobody to reach are left out, so
  ///     it may be more than one above the last
  /// @param targets never empty
  /// @param nobodyOnDuty whether they are paged because nobody is on duty
  record Page(int step, List<Target> targets, boolean nobodyOnDuty) implements Decision {

    /// Copies the targets.
    public Page {
      targets = List.copyOf(targets);
    }
  }

  /// Nothing before then.
  record WaitUntil(Instant at) implements Decision {}

  /// Somebody is to be paged, and no channel reaches anybody; to be looked at again then.
  record Unreachable(Instant again) implements Decision {}

  /// The acknowledgement has expired: nobody was in contact with the patient in time.
  record Expire() implements Decision {}

  /// Nothing, and nothing will be due by the passing of time.
  record Nothing() implements Decision {}

  /// A person and the name of a channel that reaches them.
  record Target(Member person, String channel) {}
}
