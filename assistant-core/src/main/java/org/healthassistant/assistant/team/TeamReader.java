package org.healthassistant.assistant.team;

import static org.healthassistant.assistant.team.TeamSettings.orEmpty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the settings of the care team, and names every fault instead of stopping at the first.
final class TeamReader {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Set<DayOfWeek> WEEK = EnumSet.allOf(DayOfWeek.class);

  private final TeamSettings settings;
  private final ZoneId zone;
  private final Clocks clocks = new Clocks();
  private final List<String> faults = new ArrayList<>();

  TeamReader(TeamSettings settings, ZoneId zone) {
    this.settings = settings;
    this.zone = zone;
  }

  TeamReading read() {
    boolean peopleGiven = !orEmpty(settings.people()).isEmpty();
    boolean shiftsGiven = !orEmpty(settings.shifts()).isEmpty();
    List<Team> teams = peopleGiven ? teams() : DemoTeam.TEAMS;
    List<Member> members = peopleGiven ? members(teams) : DemoTeam.MEMBERS;
    List<Shift> shifts = shiftsGiven ? shifts(members) : always(members, peopleGiven);
    Roster roster = new Roster(shifts, holidays(), businessHours(), zone);
    CareTeam team = new CareTeam(members, teams, roster);
    List<String> gaps = faults.isEmpty() ? Gaps.of(roster) : List.of();
    return new TeamReading(team, faults, gaps, peopleGiven, shiftsGiven);
  }

  private List<Team> teams() {
    List<Team> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int index = 0;
    for (TeamSettings.Group group : orEmpty(settings.teams())) {
      String where = "teams[" + index++ + "]";
      String id = id(where, group.id(), ids);
      String name = group.name() == null || group.name().isBlank() ? id : group.name();
      read.add(new Team(id, name, orEmpty(group.categories())));
    }
    return read;
  }

  private List<Member> members(List<Team> teams) {
    List<String> known = teams.stream().map(Team::id).toList();
    List<Member> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int index = 0;
    for (TeamSettings.Person person : orEmpty(settings.people())) {
      String where = "people[" + index++ + "]";
      String id = id(where, person.id(), ids);
      orEmpty(person.teams()).stream()
          .filter(team -> !known.contains(team))
          .forEach(team -> fault(where + ".teams", "names the unknown team '" + team + "'"));
      Optional<Role> role = Role.of(String.valueOf(person.role()).strip());
      if (role.isEmpty()) {
        fault(where + ".role", "must be nurse, physician or admin");
      }
      Optional<String> phone = given(person.phone());
      if (phone.filter(number -> !E164.matcher(number).matches()).isPresent()) {
        fault(where + ".phone", "must be a number such as +15555550123");
      }
      Optional<String> email = given(person.email());
      if (email.filter(address -> address.indexOf('@') < 1).isPresent()) {
        fault(where + ".email", "must be an e-mail address");
      }
      read.add(new Member(
          id,
          given(person.name()).orElse(id),
          role.orElse(Role.ADMIN),
          email,
          phone,
          orEmpty(person.teams())));
    }
    return read;
  }

  private List<Shift> shifts(List<Member> members) {
    List<String> known = members.stream().map(Member::id).toList();
    List<Shift> read = new ArrayList<>();
    int index = 0;
    for (TeamSettings.Duty duty : orEmpty(settings.shifts())) {
      String where = "shifts[" + index++ + "]";
      people(where + ".people", duty.people(), known);
      people(where + ".backup", duty.backup(), known);
      if (orEmpty(duty.people()).isEmpty()) {
        fault(where + ".people", "must name at least one person");
      }
      String holidays = given(duty.holidays()).orElse("false");
      if (!holidays.equals("true") && !holidays.equals("false")) {
        fault(where + ".holidays", "must be true or false");
      }
      read.add(new Shift(
          given(duty.id()).orElse(where),
          orEmpty(duty.people()),
          orEmpty(duty.backup()),
          hours(where, duty.days(), duty.from(), duty.to()),
          holidays.equals("true")));
    }
    return read;
  }

  private static List<Shift> always(List<Member> members, boolean peopleGiven) {
    if (!peopleGiven) {
      return DemoTeam.SHIFTS;
    }
    List<Member> clinicians = members.stream().filter(Member::isClinician).toList();
    List<Member> people = clinicians.isEmpty() ? members : clinicians;
    return List.of(new Shift(
        "always", people.stream().map(Member::id).toList(), List.of(), Hours.ALWAYS, false));
  }

  private Set<LocalDate> holidays() {
    Set<LocalDate> read = new HashSet<>();
    for (String holiday : orEmpty(settings.holidays())) {
      try {
        read.add(LocalDate.parse(holiday.strip()));
      } catch (DateTimeException e) {
        fault("holidays", "must be dates such as 2026-12-25, got '" + holiday + "'");
      }
    }
    return read;
  }

  private List<Hours> businessHours() {
    List<Hours> read = new ArrayList<>();
    int index = 0;
    for (TeamSettings.Open open : orEmpty(settings.businessHours())) {
      read.add(hours("business-hours[" + index++ + "]", open.days(), open.from(), open.to()));
    }
    Hours usual = new Hours(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(17, 0));
    if (!read.isEmpty()) {
      return read;
    }
    return List.of(orEmpty(settings.people()).isEmpty() ? Hours.ALWAYS : usual);
  }

  private Hours hours(
      String where, @Nullable List<String> days, @Nullable String from, @Nullable String to) {
    return new Hours(days(where, days), time(where + ".from", from), time(where + ".to", to));
  }

  private Set<DayOfWeek> days(String where, @Nullable List<String> names) {
    Set<DayOfWeek> read = EnumSet.noneOf(DayOfWeek.class);
    for (String name : orEmpty(names)) {
      Optional<DayOfWeek> day = clocks.day(name);
      day.ifPresent(read::add);
      if (day.isEmpty()) {
        fault(where + ".days", "must be days such as monday, got '" + name + "'");
      }
    }
    return read.isEmpty() ? WEEK : read;
  }

  private LocalTime time(String where, @Nullable String value) {
    Optional<LocalTime> time = given(value).flatMap(clocks::time);
    if (time.isEmpty()) {
      fault(where, "must be a time such as 08:00");
    }
    return time.orElse(LocalTime.MIDNIGHT);
  }

  private void people(String where, @Nullable List<String> ids, List<String> known) {
    orEmpty(ids).stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> fault(where, "names the unknown person '" + id + "'; known: " + known));
  }

  private String id(String where, @Nullable String id, Set<String> taken) {
    String given = given(id).orElse("");
    if (!ID.matcher(given).matches()) {
      fault(where + ".id", "must be 1 to 64 letters, digits, dots, dashes or @");
    } else if (!taken.add(given)) {
      fault(where + ".id", "is '" + given + "' like another before it");
    }
    return given;
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  private void fault(String where, String what) {
    faults.add("'" + TeamReading.PREFIX + "." + where + "' " + what);
  }
}
