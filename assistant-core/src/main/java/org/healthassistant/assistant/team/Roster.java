package org.healthassistant.assistant.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The on-call schedule and the business hours: a pure function of the time.
///
/// Shifts are in local time. Where the clock is set back, an hour that comes twice has the same
/// people twice; where it is set forward, an hour that never comes has nobody, and the next shift
/// begins with the first moment after it.
///
/// @param holidays have the shifts marked for them, or Sunday's where none is; no business hours
public record Roster(
    List<Shift> shifts, Set<LocalDate> holidays, List<Hours> businessHours, ZoneId zone) {

  private static final int LOOK_AHEAD_DAYS = 40;

  /// Copies the lists.
  public Roster {
    shifts = List.copyOf(shifts);
    holidays = Set.copyOf(holidays);
    businessHours = List.copyOf(businessHours);
  }

  /// Who is on duty.
  ///
  /// @param people ids, those of the first shift first; empty: nobody is on duty
  /// @param backup ids of their backup who are not on duty themselves; empty: there is none
  public record OnDuty(List<String> people, List<String> backup) {

    /// Copies the lists.
    public OnDuty {
      people = List.copyOf(people);
      backup = List.copyOf(backup);
    }
  }

  /// Who is on duty at a moment.
  public OnDuty onDuty(Instant at) {
    LocalDateTime local = local(at);
    List<Shift> now = shifts.stream().filter(shift -> covers(shift, local)).toList();
    List<String> people =
        now.stream().flatMap(shift -> shift.people().stream()).distinct().toList();
    List<String> backup = now.stream()
        .flatMap(shift -> shift.backup().stream())
        .filter(id -> !people.contains(id))
        .distinct()
        .toList();
    return new OnDuty(people, backup);
  }

  /// When somebody is on duty next: the moment itself where somebody is; empty when nobody is
  /// within forty days.
  public Optional<Instant> dutyBegins(Instant after) {
    return next(after, this::isCovered, shifts.stream().map(Shift::hours).toList());
  }

  /// Whether the moment lies in business hours.
  public boolean inBusinessHours(Instant at) {
    return isBusiness(local(at));
  }

  /// When business hours begin next: the moment itself inside of them; empty when there are none
  /// within forty days.
  public Optional<Instant> businessBegins(Instant after) {
    return next(after, this::isBusiness, businessHours);
  }

  boolean isCovered(LocalDateTime local) {
    return shifts.stream().anyMatch(shift -> covers(shift, local));
  }

  private boolean covers(Shift shift, LocalDateTime local) {
    return shift.hours().cover(local, date -> begins(shift, date));
  }

  private boolean begins(Shift shift, LocalDate date) {
    if (!holidays.contains(date)) {
      return !shift.holidays() && shift.hours().days().contains(date.getDayOfWeek());
    }
    return shifts.stream().anyMatch(Shift::holidays)
        ? shift.holidays()
        : shift.hours().days().contains(DayOfWeek.SUNDAY);
  }

  private boolean isBusiness(LocalDateTime local) {
    return businessHours.stream()
        .anyMatch(hours -> hours.cover(
            local, date -> !holidays.contains(date) && hours.days().contains(date.getDayOfWeek())));
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  private Optional<Instant> next(Instant after, Predicate<LocalDateTime> holds, List<Hours> begun) {
    if (holds.test(local(after))) {
      return Optional.of(after);
    }
    LocalDate today = local(after).toLocalDate();
    Stream<Instant> starts = IntStream.rangeClosed(0, LOOK_AHEAD_DAYS)
        .mapToObj(today::plusDays)
        .flatMap(date -> begun.stream().map(hours -> date.atTime(hours.from())))
        .flatMap(this::moments);
    return Stream.concat(starts, clockChange(after))
        .filter(moment -> moment.isAfter(after))
        .filter(moment -> holds.test(local(moment)))
        .min(Comparator.naturalOrder());
  }

  private Stream<Instant> clockChange(Instant after) {
    return Stream.ofNullable(zone.getRules().nextTransition(after))
        .map(ZoneOffsetTransition::getInstant);
  }

  /// When a local time is: once, twice where the clock is set back, at the change where it is
  /// skipped.
  private Stream<Instant> moments(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? Stream.of(change.getInstant())
        : zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
  }
}
