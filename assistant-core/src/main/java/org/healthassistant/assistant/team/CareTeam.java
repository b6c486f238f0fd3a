package org.healthassistant.assistant.team;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The people of the care team, their teams and their duty, as configured; without a
/// configuration, the demo team. Immutable; knows no clock.
///
/// @param members everybody, in the order of the configuration
/// @param teams in the order of the configuration; empty: the care team is not divided
public record CareTeam(List<Member> members, List<Team> teams, Roster roster) {

  /// Copies the lists.
  public CareTeam {
    members = List.copyOf(members);
    teams = List.copyOf(teams);
  }

  /// The member of that id, or empty.
  public Optional<Member> member(String id) {
    return members.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /// The team of that id, or empty.
  public Optional<Team> team(String id) {
    return teams.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /// Everybody who treats patients; where nobody does, everybody.
  public List<Member> clinicians() {
    List<Member> found = members.stream().filter(Member::isClinician).toList();
    return found.isEmpty() ? members : found;
  }

  /// The members of a team, in the order of the configuration; empty when there is no such team.
  public List<Member> membersOf(String teamId) {
    return members.stream().filter(m -> m.teams().contains(teamId)).toList();
  }

  /// The teams that own one of the categories; where none does, those that own what no other
  /// owns; where there are none of these either, empty: the whole care team has it.
  public List<Team> owners(Collection<String> categories) {
    List<Team> owning = teams.stream()
        .filter(team -> team.categories().stream().anyMatch(categories::contains))
        .toList();
    return owning.isEmpty()
        ? teams.stream().filter(team -> team.categories().isEmpty()).toList()
        : owning;
  }

  /// Who is on duty at a moment, first those who are paged first; empty: nobody.
  public List<Member> onDuty(Instant at) {
    return all(roster.onDuty(at).people());
  }

  /// Who stands in for those on duty at a moment; empty: nobody.
  public List<Member> backup(Instant at) {
    return all(roster.onDuty(at).backup());
  }

  /// When somebody is on duty next: the moment itself where somebody is; empty when nobody is
  /// within forty days.
  public Optional<Instant> dutyBegins(Instant after) {
    return roster.dutyBegins(after);
  }

  /// Whether routine matters are looked at.
  public boolean inBusinessHours(Instant at) {
    return roster.inBusinessHours(at);
  }

  /// When routine matters are looked at next: the moment itself inside of business hours; empty
  /// when not within forty days.
  public Optional<Instant> businessBegins(Instant after) {
    return roster.businessBegins(after);
  }

  private List<Member> all(List<String> ids) {
    return ids.stream().flatMap(id -> member(id).stream()).toList();
  }
}
