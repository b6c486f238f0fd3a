package org.healthassistant.assistant.workspace;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.EscalationFilter;

/// What a person has chosen to see; every part may be empty: any.
///
/// @param state a state's name; empty: all that are unresolved
/// @param owner `mine` or empty
record InboxFilter(String level, String state, String owner) {

  static final int MOST = 200;

  boolean isAny() {
    return level.isEmpty() && state.isEmpty() && owner.isEmpty();
  }

  /// @throws Refusal if a part is not one of the choices
  EscalationFilter of(Caller caller) {
    return ListQuery.of(state, level, owner.equals("mine") ? caller.id() : null, MOST, null);
  }

  /// As the query of an address, with its question mark; empty when there is nothing to filter.
  /// All values are choices of ours, so none needs encoding.
  String query() {
    String query = Stream.of(part("level", level), part("state", state), part("owner", owner))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static Optional<String> part(String name, String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(name + "=" + value);
  }
}
