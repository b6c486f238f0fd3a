package org.healthassistant.assistant.team;

import java.util.List;
import java.util.Optional;

/// A person of the care team.
///
/// @param email where pages go by e-mail; empty: none
/// @param phone where pages go by text, E.164; empty: none
/// @param teams the ids of the teams they belong to, in the order of the configuration
public record Member(
    String id,
    String name,
    Role role,
    Optional<String> email,
    Optional<String> phone,
    List<String> teams) {

  /// Copies the list.
  public Member {
    teams = List.copyOf(teams);
  }

  /// Whether they treat patients.
  public boolean isClinician() {
    return role != Role.ADMIN;
  }

  @Override
  public String toString() {
    return "Member[" + id + ", " + role.code() + "]";
  }
}
