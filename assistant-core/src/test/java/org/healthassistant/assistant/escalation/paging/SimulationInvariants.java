package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.assistant.escalation.paging.SimulationTrace.Attempt;
import org.healthassistant.assistant.escalation.paging.SimulationTrace.Event;
import org.healthassistant.assistant.escalation.paging.SimulationTrace.Mark;
import org.healthassistant.assistant.safety.Level;

/// Reads a trace and names whatever must never happen. It knows the promises, not the policy.
final class SimulationInvariants {

  /// The service is away for at most two minutes, and a dead worker is noticed in twenty
  /// seconds.
  private static final Duration TOLERANCE = Duration.ofMinutes(3);

  private static final Map<Level, Duration> LONGEST_GAP =
      Map.of(Level.EMERGENCY, Duration.ofMinutes(5), Level.SAME_DAY, Duration.ofMinutes(30));
  private static final Map<Level, Duration> LONGEST_HOLD =
      Map.of(Level.EMERGENCY, Duration.ofMinutes(15), Level.SAME_DAY, Duration.ofHours(2));
  private static final Set<String> ONLY_BY_PEOPLE = Set.of(
      "acknowledged", "resolved", "assigned", "taken-over", "replied", "contacted", "lowered");

  private final SimulationTrace trace;
  private final Set<String> people;
  private final List<String> violations = new ArrayList<>();

  private SimulationInvariants(SimulationTrace trace, Set<String> people) {
    this.trace = trace;
    this.people = people;
  }

  /// What was violated; empty: nothing.
  static List<String> violations(SimulationTrace trace, Set<String> people) {
    SimulationInvariants check = new SimulationInvariants(trace, people);
    check.spans();
    check.events();
    check.keys();
    trace.orphans.forEach(check.violations::add);
    return check.violations;
  }

  private void spans() {
    Map<String, List<Attempt>> attempts =
        trace.attempts.stream().collect(Collectors.groupingBy(Attempt::escalation));
    Map<String, List<Mark>> marks = trace.marks.stream()
        .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::round))
        .collect(Collectors.groupingBy(Mark::escalation, TreeMap::new, Collectors.toList()));
    marks.forEach((id, all) -> escalation(id, all, attempts.getOrDefault(id, List.of())));
  }

  private void escalation(String id, List<Mark> marks, List<Attempt> attempts) {
    int begin = 0;
    while (begin < marks.size()) {
      Mark first = marks.get(begin);
      int next = begin + 1;
      while (next < marks.size() && same(first, marks.get(next))) {
        next++;
      }
      Instant end = next < marks.size() ? marks.get(next).at() : trace.end;
      boolean anew = begin == 0 || marks.get(begin - 1).round() != first.round();
      if (first.wanted()) {
        paged(id, first, anew, end, attempts);
      } else if (!first.resolved()) {
        silent(id, first, end, attempts);
      }
      begin = next;
    }
  }

  private static boolean same(Mark one, Mark other) {
    return one.level() == other.level()
        && one.round() == other.round()
        && one.wanted() == other.wanted()
        && one.holder().equals(other.holder())
        && one.resolved() == other.resolved();
  }

  private void paged(String id, Mark span, boolean anew, Instant end, List<Attempt> attempts) {
    Duration longest = LONGEST_GAP.getOrDefault(span.level(), Duration.ZERO).plus(TOLERANCE);
    Instant last = span.at();
    Duration allowed = anew ? TOLERANCE : longest;
    List<Instant> times = new ArrayList<>(attempts.stream()
        .map(Attempt::at)
        .filter(at -> !at.isBefore(span.at()) && !at.isAfter(end))
        .toList());
    times.add(end);
    for (Instant at : times) {
      if (Duration.between(last, at).compareTo(allowed) > 0) {
        violations.add("%s: %s without a page from %s to %s, round %s"
            .formatted(id, span.level(), last, at, span.round()));
      }
      last = at;
      allowed = longest;
    }
  }

  private void silent(String id, Mark span, Instant end, List<Attempt> attempts) {
    attempts.stream()
        .filter(attempt -> attempt.at().isAfter(span.at()) && attempt.at().isBefore(end))
        .findFirst()
        .ifPresent(attempt ->
            violations.add(id + ": a page at " + attempt.at() + " though nobody is wanted"));
    Optional<Duration> longest = Optional.ofNullable(LONGEST_HOLD.get(span.level()));
    if (span.holder().isPresent()
        && longest.isPresent()
        && Duration.between(span.at(), end).compareTo(longest.get().plus(TOLERANCE)) > 0) {
      violations.add(id + ": acknowledged from " + span.at() + " to " + end + " without contact");
    }
  }

  private void events() {
    Map<String, String> open = new HashMap<>();
    Map<String, Integer> paged = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (Event event : trace.events) {
      boolean byPerson = people.contains(event.actor());
      if (ONLY_BY_PEOPLE.contains(event.kind()) && !byPerson) {
        violations.add(event.escalation() + ": " + event.kind() + " by " + event.actor());
      }
      if (event.from() != null
          && event.to() != null
          && event.to().compareTo(event.from()) < 0
          && !(byPerson && event.kind().equals("lowered"))) {
        violations.add(event.escalation() + ": fell by " + event.kind());
      }
      switch (event.kind()) {
        case "opened" -> {
          if (open.put(event.subject(), event.escalation()) != null) {
            violations.add(event.escalation() + ": a second one is open");
          }
        }
        case "resolved" -> open.remove(event.subject(), event.escalation());
        case "paged" -> paged.merge(event.escalation(), 1, Integer::sum);
        case "patient-told" -> {
          if (!told.add(event.escalation() + event.detail())) {
            violations.add(event.escalation() + ": told twice in " + event.detail());
          }
        }
        default -> {}
      }
    }
  }

  /// A page that was taken goes out again only where the process died on it.
  private void keys() {
    Map<String, List<Attempt>> byKey =
        trace.attempts.stream().collect(Collectors.groupingBy(Attempt::key));
    byKey.forEach((key, attempts) -> {
      long took = attempts.stream().filter(Attempt::took).count();
      long died = attempts.stream().filter(Attempt::died).count();
      if (took > 1 + died) {
        violations.add(key + ": taken " + took + " times");
      }
    });
  }
}
