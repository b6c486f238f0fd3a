package org.healthassistant.assistant.workspace.inbox;

import java.util.List;
import java.util.stream.Collectors;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Team;
import org.springframework.stereotype.Component;

/// How teams divide the inbox: by who owns the categories. What no team owns is everybody's, so
/// that no choice of a team hides it.
@Component
class TeamFilter {

  private final CareTeam care;

  TeamFilter(CareTeam care) {
    this.care = care;
  }

  /// The teams, in the order of the configuration; empty: the inbox is not divided.
  List<Team> all() {
    return care.teams();
  }

  /// Whether categories fall to a team.
  ///
  /// @param team a team's id, `mine` for any of the caller's; empty: any
  boolean matches(List<String> categories, String team, Caller caller) {
    if (team.isEmpty()) {
      return true;
    }
    List<String> wanted = team.equals(InboxFilter.MINE)
        ? care.member(caller.id()).map(Member::teams).orElse(List.of())
        : List.of(team);
    List<Team> owners = care.owners(categories);
    return owners.isEmpty() || owners.stream().anyMatch(owner -> wanted.contains(owner.id()));
  }

  /// The names of the teams that own the categories, joined; empty: everybody's.
  String owners(List<String> categories) {
    return care.owners(categories).stream().map(Team::name).collect(Collectors.joining(", "));
  }
}
