package org.healthassistant.assistant.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What stands under `assistant.escalation.team`, as it is written: [TeamReader] makes sense of
/// it and names every fault.
///
/// @param people the care team: id, name, role (nurse, physician, admin), email, phone, teams
///     of each; needed outside of demo mode; unset: a demo team
/// @param teams into which the inbox is divided: id, name, categories of each; a team without
///     categories has what no other has; unset: none
/// @param shifts who is on duty when: id, people, backup, days (monday, …), from ("08:00"), to,
///     holidays (true: for these alone) of each; needed outside of demo mode; unset: everybody
///     always
/// @param holidays dates that have the shifts marked `holidays`, or Sunday's; unset: none
/// @param businessHours when routine matters are looked at: days, from, to of each; unset:
///     Monday to Friday, 08:00 to 17:00
@ConfigurationProperties("assistant.escalation.team")
record TeamSettings(
    @Nullable List<Person> people,
    @Nullable List<Group> teams,
    @Nullable List<Duty> shifts,
    @Nullable List<String> holidays,
    @Nullable List<Open> businessHours) {

  static final TeamSettings NONE = new TeamSettings(null, null, null, null, null);

  /// @param role `nurse`, `physician` or `admin`
  /// @param teams ids
  record Person(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String phone,
      @Nullable List<String> teams) {
    @Override
    public String toString() {
      return "Person[" + id + ", [REDACTED]]";
    }
  }

  /// @param categories of escalations that it owns; empty: whatever no other team owns
  record Group(
      @Nullable String id, @Nullable String name, @Nullable List<String> categories) {}

  /// @param days such as `monday`; empty: every day
  /// @param from such as `08:00`
  /// @param to exclusive; not after `from`: on the next day
  /// @param holidays whether it is for holidays, and for these alone
  record Duty(
      @Nullable String id,
      @Nullable List<String> people,
      @Nullable List<String> backup,
      @Nullable List<String> days,
      @Nullable String from,
      @Nullable String to,
      @Nullable String holidays) {}

  /// @param days such as `monday`; empty: every day
  record Open(
      @Nullable List<String> days,
      @Nullable String from,
      @Nullable String to) {}

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
