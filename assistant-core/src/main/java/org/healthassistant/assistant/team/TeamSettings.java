package org.healthassistant.assistant.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands under `assistant.escalation.team`, as it is written: [TeamReader] makes sense of it
/// and names every fault.
///
/// @param people the care team; empty: the demo team
/// @param teams into which it is divided; empty: it is not
/// @param shifts who is on duty when; empty: everybody who treats patients, always
/// @param holidays dates such as `2026-12-25`
/// @param businessHours when routine matters are looked at; empty: Monday to Friday, 08:00 to
/// 17:00;
///     always for the demo team
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
