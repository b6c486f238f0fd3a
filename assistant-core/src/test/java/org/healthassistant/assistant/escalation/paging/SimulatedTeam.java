package org.healthassistant.assistant.escalation.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Hours;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.assistant.team.Roster;
import org.healthassistant.assistant.team.Shift;
import org.healthassistant.assistant.team.Team;

/// A care team with a schedule by chance, with gaps or without.
final class SimulatedTeam {

  private static final List<String> ZONES =
      List.of("America/New_York", "UTC", "Australia/Lord_Howe", "Europe/Madrid");

  private SimulatedTeam() {}

  static CareTeam of(Random random, Instant start) {
    List<Member> members = new ArrayList<>();
    int count = 3 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Role role = i == 0 ? Role.NURSE : i == 1 ? Role.PHYSICIAN : Role.values()[random.nextInt(3)];
      members.add(new Member(
          "p" + i,
          "p" + i,
          role,
          Optional.empty(),
          Optional.empty(),
          List.of(i % 2 == 0 ? "one" : "two")));
    }
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    LocalDate first = LocalDate.ofInstant(start, zone);
    Set<LocalDate> holidays = Set.of(first.plusDays(random.nextInt(3)));
    return new CareTeam(
        members,
        List.of(new Team("one", "one", List.of()), new Team("two", "two", List.of("chest-pain"))),
        new Roster(shifts(random, count), holidays, List.of(Hours.ALWAYS), zone));
  }

  private static List<Shift> shifts(Random random, int people) {
    List<Shift> shifts = new ArrayList<>();
    int at = random.nextInt(24);
    for (int i = 0; i < 3; i++) {
      int to = (at + 8) % 24;
      if (random.nextInt(5) > 0) {
        shifts.add(new Shift(
            "s" + i,
            List.of("p" + random.nextInt(people)),
            random.nextBoolean() ? List.of("p" + random.nextInt(people)) : List.of(),
            new Hours(
                Set.of(java.time.DayOfWeek.values()), LocalTime.of(at, 0), LocalTime.of(to, 0)),
            random.nextInt(8) == 0));
      }
      at = to;
    }
    return shifts;
  }
}
