package org.healthassistant.assistant.team;

import java.util.List;
import java.util.Optional;

/// The invented care team of demo mode. Somebody is always on duty, so that the demo works at
/// night.
final class DemoTeam {

  private static final String PRIMARY = "primary";
  private static final String BEHAVIORAL = "behavioral";

  static final List<Team> TEAMS = List.of(
      new Team(PRIMARY, "Primary care", List.of()),
      new Team(
          BEHAVIORAL,
          "Behavioral health",
          List.of(
              "suicide-active",
              "suicide-passive",
              "self-harm",
              "mental-health-urgent",
              "abuse-danger")));

  static final List<Member> MEMBERS = List.of(
      member("nurse-ana", "Ana Reyes, RN", Role.NURSE, List.of(PRIMARY, BEHAVIORAL)),
      member("dr-okafor", "Dr. Ben Okafor", Role.PHYSICIAN, List.of(PRIMARY)),
      member("admin-lee", "Sam Lee", Role.ADMIN, List.of()));

  static final List<Shift> SHIFTS =
      List.of(new Shift("always", List.of("nurse-ana"), List.of("dr-okafor"), Hours.ALWAYS, false));

  private DemoTeam() {}

  private static Member member(String id, String name, Role role, List<String> teams) {
    return new Member(id, name, role, Optional.empty(), Optional.empty(), teams);
  }
}
