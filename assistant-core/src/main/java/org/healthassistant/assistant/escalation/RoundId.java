package org.healthassistant.assistant.escalation;

/// Names one round of an escalation: the time from one begin of the page steps to the next.
///
/// Its [#key] is the id under which the tasks of the round run. A task whose round is over
/// finds no escalation any more and ends by itself.
///
/// @param round from 0
public record RoundId(String escalationId, int round) {

  /// Refuses what could not be read again from its key.
  public RoundId {
    if (escalationId.isEmpty() || escalationId.indexOf('/') >= 0 || round < 0) {
      throw new IllegalArgumentException("a round needs an escalation's id without '/' and a number"
          + " from 0, got '" + escalationId + "' and " + round);
    }
  }

  /// The present round of an escalation.
  public static RoundId of(Escalation escalation) {
    return new RoundId(escalation.id(), escalation.round());
  }

  /// Reads what [#key] wrote.
  ///
  /// @throws IllegalArgumentException if it is no such key
  public static RoundId parse(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a round's key is 'escalation/round', got '" + key + "'");
    }
    return new RoundId(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
  }

  /// The stable form, `escalation/round`.
  public String key() {
    return escalationId + "/" + round;
  }

  /// Whether the escalation is still in this round.
  public boolean isPresentOf(Escalation escalation) {
    return equals(of(escalation));
  }
}
