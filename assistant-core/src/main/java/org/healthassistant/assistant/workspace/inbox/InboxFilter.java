package org.healthassistant.assistant.workspace.inbox;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.EscalationFilter;
import org.jspecify.annotations.Nullable;

/// What a person has chosen to see, as it stands in the page's address; every part may be empty:
/// any.
///
/// @param state a state's name; empty: all that are unresolved
/// @param owner `mine`, `nobody` or the id of a member of the care team
/// @param category a category's id
/// @param team `mine` or a team's id
/// @param call `yes`: only those that ask for a call
record InboxFilter(
    String level, String state, String owner, String category, String team, String call) {

  static final String MINE = "mine";
  static final String NOBODY = "nobody";
  static final int MOST = 200;

  InboxFilter {
    level = code(level);
    state = code(state);
    owner = code(owner);
    category = code(category);
    team = code(team);
    call = code(call);
  }

  boolean isAny() {
    return query().isEmpty();
  }

  boolean onlyCalls() {
    return call.equals("yes");
  }

  /// What the store can filter by.
  ///
  /// @throws Refusal if a part is not one of the choices
  EscalationFilter forStore(Caller caller) {
    String assignee = owner.equals(MINE) ? caller.id() : owner.equals(NOBODY) ? "" : owner;
    return ListQuery.read(state, level, assignee, MOST, null);
  }

  /// As the query of an address, with its question mark; empty when there is nothing to filter.
  /// Values are codes, so none needs encoding.
  String query() {
    String query = Stream.of(
            part("level", level),
            part("state", state),
            part("owner", owner),
            part("category", category),
            part("team", team),
            part("call", call))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static Optional<String> part(String name, String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(name + "=" + value);
  }

  /// Only what a code is made of: the value goes into addresses.
  private static String code(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[^A-Za-z0-9_.-]", "");
  }
}
