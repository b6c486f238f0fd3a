package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.team.CareTeam;

/// The real room over rows that are kept somewhere, and its scheduler in the test's own hands.
interface SimulatedRooms {

  /// Sets the clock.
  void at(Instant instant);

  /// So many patients, each with a conversation.
  List<Conversation> conversations(int count);

  /// A message of that level, as the corridor stores it.
  Escalation write(Conversation conversation, Level level, String category);

  EscalationDesk desk();

  Escalation find(String id);

  PagingParts paging(Policy policy, PageChannels channels);

  /// What tells patients; runs for one round.
  Function<String, Next> notice(CareTeam team);

  /// Writes to the patient, or does what comes next to it where there are no messages.
  ActionResult reply(String id, String person);

  /// Work that waits.
  ///
  /// @param at when, by the clock of the service
  record Due(String name, String id, Instant at) {}

  /// What is due next, or empty when nothing is scheduled.
  Optional<Due> next();

  void done(Due due);

  void again(Due due, Instant at);

  List<Due> scheduled();

  /// Drops all work that waits.
  void clear();

  /// The rows of the history of some escalations by their ids, in the order of writing.
  Map<String, SimulationTrace.Event> history(Set<String> escalations);

  /// What the service does when its clock is set back.
  default void moveBack(Duration back, Instant now) {
    for (Due due : List.copyOf(scheduled())) {
      if (due.at().isAfter(now)) {
        Instant moved = due.at().minus(back);
        again(due, moved.isBefore(now) ? now : moved);
      }
    }
  }

  /// Looks after conversations that were taken over and left.
  Function<String, Next> takeOver();
}
