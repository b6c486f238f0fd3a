package org.healthassistant.assistant.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Hours WORK = new Hours(
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(17, 0));

  @Test
  void hasTheNightShiftOnDutyUntilTheNextMorning() {
    Roster roster = roster(day("ana", 8, 18), day("ben", 18, 8));

    assertThat(onDuty(roster, "2026-11-24T17:59")).containsExactly("ana");
    assertThat(onDuty(roster, "2026-11-24T18:00")).containsExactly("ben");
    assertThat(onDuty(roster, "2026-11-25T07:59")).containsExactly("ben");
    assertThat(onDuty(roster, "2026-11-25T08:00")).containsExactly("ana");
    assertThat(Gaps.of(roster)).isEmpty();
  }

  @Test
  void namesTheBackupOnlyWhereItIsNotOnDutyItself() {
    Roster roster = roster(
        new Shift("one", List.of("ana"), List.of("ben", "cy"), Hours.ALWAYS, false),
        day("ben", 8, 18));

    assertThat(roster.onDuty(at("2026-11-24T09:00")).backup()).containsExactly("cy");
    assertThat(roster.onDuty(at("2026-11-24T20:00")).backup()).containsExactly("ben", "cy");
  }

  @Test
  void namesTheHoursWithNobodyOnDuty() {
    Roster roster = roster(
        shift("ana", EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), 0, 0),
        shift("ben", EnumSet.of(DayOfWeek.SUNDAY), 6, 2));

    assertThat(Gaps.of(roster)).containsExactly("Sunday 00:00–06:00");
    assertThat(Gaps.of(roster(day("ana", 8, 18))))
        .contains("Monday 00:00–08:00", "Monday 18:00–Tuesday 08:00", "Sunday 18:00–24:00");
  }

  @Test
  void givesHolidaysTheirOwnShiftsOrSundays() {
    Shift week = shift("ana", EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), 0, 0);
    Shift sunday = shift("sue", EnumSet.of(DayOfWeek.SUNDAY), 0, 0);
    Shift holiday = new Shift("h", List.of("hal"), List.of(), hours(8, 20), true);
    Set<LocalDate> christmas = Set.of(LocalDate.of(2026, 12, 25));

    Roster asSunday = new Roster(List.of(week, sunday), christmas, List.of(WORK), NEW_YORK);
    Roster own = new Roster(List.of(week, sunday, holiday), christmas, List.of(WORK), NEW_YORK);

    assertThat(onDuty(asSunday, "2026-12-25T12:00")).containsExactly("sue");
    assertThat(onDuty(own, "2026-12-25T12:00")).containsExactly("hal");
    assertThat(onDuty(own, "2026-12-26T12:00")).containsExactly("ana");
    assertThat(own.inBusinessHours(at("2026-12-25T12:00"))).isFalse();
    assertThat(Gaps.of(own)).containsExactly("2026-12-25 00:00–08:00", "2026-12-25 20:00–24:00");
  }

  @Test
  void hasTheSamePeopleInAnHourThatComesTwiceAndNobodyInOneThatNeverComes() {
    Roster roster = roster(day("ana", 1, 2), day("ben", 2, 3), day("cy", 3, 1));

    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    assertThat(roster.onDuty(first).people()).containsExactly("ana");
    assertThat(roster.onDuty(first.plus(Duration.ofHours(1))).people()).containsExactly("ana");
    Instant skipped = Instant.parse("2026-03-08T07:00:00Z");
    assertThat(roster.onDuty(skipped.minusSeconds(1)).people()).containsExactly("ana");
    assertThat(roster.onDuty(skipped).people()).containsExactly("cy");
    assertThat(roster(day("ben", 2, 4)).dutyBegins(Instant.parse("2026-03-08T05:00:00Z")))
        .contains(skipped);
  }

  @Test
  void saysWhenSomebodyIsBack() {
    Roster roster = roster(shift("ana", EnumSet.of(DayOfWeek.MONDAY), 7, 19));

    assertThat(roster.dutyBegins(at("2026-11-24T12:00"))).contains(at("2026-11-30T07:00"));
    assertThat(roster.dutyBegins(at("2026-11-30T12:00"))).contains(at("2026-11-30T12:00"));
    assertThat(roster.businessBegins(at("2026-11-27T17:00"))).contains(at("2026-11-30T08:00"));
    assertThat(roster().dutyBegins(at("2026-11-24T12:00"))).isEmpty();
  }

  /// The gaps that are named, and no others, are the minutes at which nobody is on duty.
  @Test
  void findsEveryGapOfARandomWeek() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Shift[] shifts = new Shift[1 + random.nextInt(5)];
      for (int i = 0; i < shifts.length; i++) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        days.addAll(random.nextBoolean() ? EnumSet.allOf(DayOfWeek.class) : Set.of());
        shifts[i] = shift("p" + i, days, random.nextInt(24), random.nextInt(24));
      }
      Roster roster = roster(shifts);
      LocalDateTime monday = LocalDate.of(2024, 1, 1).atStartOfDay();
      long uncovered = java.util.stream.IntStream.range(0, 7 * 24)
          .mapToObj(monday::plusHours)
          .filter(hour -> !roster.isCovered(hour))
          .count();

      long named = Gaps.of(roster).stream().mapToLong(RosterTest::hoursOf).sum();

      assertThat(named).as("seed %s, round %s, %s", seed, round, roster).isEqualTo(uncovered);
    }
  }

  private static long hoursOf(String gap) {
    String[] ends = gap.split("–", -1);
    String[] from = ends[0].split(" ", -1);
    String[] to = ends[1].split(" ", -1);
    long start = hour(from[0], from[1]);
    long end = hour(to.length == 1 ? from[0] : to[0], to[to.length - 1]);
    return end > start ? end - start : end + 7 * 24 - start;
  }

  private static long hour(String day, String time) {
    long of = DayOfWeek.valueOf(day.toUpperCase(java.util.Locale.ROOT)).getValue() - 1;
    return of * 24 + Integer.parseInt(time.substring(0, 2));
  }

  private static List<String> onDuty(Roster roster, String local) {
    return roster.onDuty(at(local)).people();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  private static Roster roster(Shift... shifts) {
    return new Roster(Arrays.asList(shifts), Set.of(), List.of(WORK), NEW_YORK);
  }

  private static Shift day(String person, int from, int to) {
    return shift(person, EnumSet.allOf(DayOfWeek.class), from, to);
  }

  private static Shift shift(String person, Set<DayOfWeek> days, int from, int to) {
    return new Shift(
        person,
        List.of(person),
        List.of(),
        new Hours(days, LocalTime.of(from, 0), LocalTime.of(to, 0)),
        false);
  }

  private static Hours hours(int from, int to) {
    return new Hours(Set.of(DayOfWeek.values()), LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
