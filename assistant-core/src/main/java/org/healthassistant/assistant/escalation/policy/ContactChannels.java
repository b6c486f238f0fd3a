package org.healthassistant.assistant.escalation.policy;

import java.util.List;
import org.healthassistant.assistant.team.Member;

/// By which channels a person can be paged.
@FunctionalInterface
public interface ContactChannels {

  /// The names of the channels that reach the person, in the order in which they are tried;
  /// empty: none does.
  List<String> channelsOf(Member person);
}
