package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;

/// What is due for an escalation: a pure function of its progress, the configuration and the
/// time.
///
/// It can be asked at any time and as often as one likes, since what it answers depends on
/// nothing but its arguments. Times count from what was recorded, step by step: a service that
/// was down, or whose clock was set forward, goes on with the next step and leaves nobody out.
/// What is recorded in the future, because the clock was set back, can tell no time: it counts
/// as long past, so that people are rather paged too early than not.
///
/// @param reach by which channels people are paged
public record Policy(Rules rules, CareTeam team, Reach reach) {

  /// What is recorded so far in the future is taken for the difference of two clocks.
  private static final Duration SKEW = Duration.ofSeconds(30);

  /// What is due now.
  public Decision next(Progress progress, Instant now) {
    if (!progress.level().atLeast(Level.SAME_DAY)) {
      return new Decision.Nothing();
    }
    return switch (progress.hold()) {
      case Progress.Hold.Settled settled -> new Decision.Nothing();
      case Progress.Hold.Acknowledged held -> held(progress, held.at(), now);
      case Progress.Hold.Nobody nobody -> page(progress, now);
    };
  }

  /// How long nobody needs to ask again at most: less than this after one decision, no other
  /// falls due, whatever is done in between.
  public Duration shortestWait(Progress progress) {
    if (!progress.level().atLeast(Level.SAME_DAY)) {
      return Duration.ofDays(1);
    }
    Duration gap = rules.ladder(progress.level(), progress.categories()).shortestGap();
    Duration held = rules.acknowledgeWithin(progress.level());
    return gap.compareTo(held) < 0 ? gap : held;
  }

  private Decision held(Progress progress, Instant at, Instant now) {
    Instant until = at.plus(rules.acknowledgeWithin(progress.level()));
    return now.isBefore(until) && !isInTheFuture(at, now)
        ? new Decision.WaitUntil(until)
        : new Decision.Expire();
  }

  private Decision page(Progress progress, Instant now) {
    Ladder ladder = rules.ladder(progress.level(), progress.categories());
    Instant due = due(ladder, progress, now);
    if (now.isBefore(due)) {
      return new Decision.WaitUntil(due);
    }
    int first = progress.last().map(Progress.Step::number).orElse(0) + 1;
    int last = Math.max(first, ladder.rungs().size());
    for (int step = first; step <= last; step++) {
      Rung rung = ladder.rung(step);
      List<Decision.Target> targets = reached(people(rung, progress, now), rung);
      if (!targets.isEmpty()) {
        boolean gap = rung.who().contains(new Who.OnCall()) && team.onDuty(now).isEmpty();
        return new Decision.Page(step, targets, gap);
      }
    }
    return anybody(first, ladder, now);
  }

  /// When the configuration has nobody to be reached: everybody, by whatever channel there is.
  private Decision anybody(int step, Ladder ladder, Instant now) {
    List<Decision.Target> targets =
        reached(team.members().stream(), ladder.rung(1).anyChannel());
    return targets.isEmpty()
        ? new Decision.Unreachable(now.plus(ladder.repeat()))
        : new Decision.Page(step, targets, false);
  }

  private static Instant due(Ladder ladder, Progress progress, Instant now) {
    Optional<Progress.Step> last = progress.last();
    Instant from = last.map(Progress.Step::at).orElse(progress.begun());
    if (isInTheFuture(from, now)) {
      return now;
    }
    if (last.isEmpty()) {
      return from.plus(ladder.rung(1).after());
    }
    int number = last.get().number();
    boolean moveOn = last.get().faltered() && !ladder.isLast(number);
    return moveOn ? now : from.plus(ladder.gapAfter(number));
  }

  private static boolean isInTheFuture(Instant recorded, Instant now) {
    return recorded.isAfter(now.plus(SKEW));
  }

  private Stream<Member> people(Rung rung, Progress progress, Instant now) {
    return rung.who().stream()
        .flatMap(who -> people(who, progress, now).stream())
        .distinct();
  }

  private List<Member> people(Who who, Progress progress, Instant now) {
    return switch (who) {
      case Who.OnCall onCall -> {
        List<Member> onDuty = team.onDuty(now);
        yield onDuty.isEmpty() ? team.clinicians() : onDuty;
      }
      case Who.Backup backup -> team.backup(now);
      case Who.OwningTeam owning -> owning(progress.categories());
      case Who.Everyone everyone -> team.clinicians();
      case Who.Supervisor supervisor ->
        team.members().stream().filter(m -> m.role() != Role.NURSE).toList();
      case Who.OfRole role ->
        team.members().stream().filter(m -> m.role() == role.role()).toList();
      case Who.Person person -> team.member(person.id()).stream().toList();
    };
  }

  private List<Member> owning(List<String> categories) {
    List<Member> members = team.owners(categories).stream()
        .flatMap(owner -> team.membersOf(owner.id()).stream())
        .distinct()
        .toList();
    return members.isEmpty() ? team.clinicians() : members;
  }

  private List<Decision.Target> reached(Stream<Member> people, Rung rung) {
    List<Decision.Target> targets = new ArrayList<>();
    people.forEach(person -> reach.channelsOf(person).stream()
        .filter(channel -> rung.channels().isEmpty() || rung.channels().contains(channel))
        .forEach(channel -> targets.add(new Decision.Target(person, channel))));
    return targets;
  }
}
