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
/// @param channels by which channels people are paged
public record Policy(Rules rules, CareTeam team, ContactChannels channels) {

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
    Duration gap = rules.path(progress.level(), progress.categories()).shortestGap();
    Duration held = rules.acknowledgeWithin(progress.level());
    return gap.compareTo(held) < 0 ? gap : held;
  }

  private Decision held(Progress progress, Instant at, Instant now) {
    Instant until = at.plus(rules.acknowledgeWithin(progress.level()));
    return now.isBefore(until) && !isInTheFuture(at, now)
        ? new Decision.WaitUntil(until)
        : new Decision.Expire();
  }

  /// Finds the next step that pages anybody, once it is due.
  ///
  /// A step is due when the time between it and the last one paged has passed, or at once where
  /// every page of the last one was in vain. Steps in which no channel reaches anybody are left
  /// out, up to the last of the path; the last is repeated for ever.
  ///
  /// For example, `EMERGENCY` has steps after 0, 2 and 4 minutes: on call, backup, everyone. It
  /// began at 10:00, and step 1 was paged then. Asked at 10:01, it waits until 10:02. Asked at
  /// 10:02 with no backup on duty, step 2 reaches nobody, so step 3 is paged two minutes early
  /// rather than nobody. Asked at 10:07 after step 3 at 10:02, step 4 is due, which is step 3
  /// again. Asked at 10:40 because the service was down since 10:01, it pages step 2, not step 3:
  /// an outage leaves nobody out.
  private Decision page(Progress progress, Instant now) {
    EscalationPath path = rules.path(progress.level(), progress.categories());
    Instant due = due(path, progress, now);
    if (now.isBefore(due)) {
      return new Decision.WaitUntil(due);
    }
    int first = progress.last().map(Progress.Step::number).orElse(0) + 1;
    int last = Math.max(first, path.steps().size());
    for (int number = first; number <= last; number++) {
      EscalationStep step = path.step(number);
      List<Decision.Target> targets = reached(people(step, progress, now), step);
      if (!targets.isEmpty()) {
        boolean gap =
            step.who().contains(new PageAudience.OnCall()) && team.onDuty(now).isEmpty();
        return new Decision.Page(number, targets, gap);
      }
    }
    return anybody(first, path, now);
  }

  /// When the configuration has nobody to be reached: everybody, by whatever channel there is.
  private Decision anybody(int step, EscalationPath path, Instant now) {
    List<Decision.Target> targets =
        reached(team.members().stream(), path.step(1).anyChannel());
    return targets.isEmpty()
        ? new Decision.Unreachable(now.plus(path.repeat()))
        : new Decision.Page(step, targets, false);
  }

  private static Instant due(EscalationPath path, Progress progress, Instant now) {
    Optional<Progress.Step> last = progress.last();
    Instant from = last.map(Progress.Step::at).orElse(progress.begun());
    if (isInTheFuture(from, now)) {
      return now;
    }
    if (last.isEmpty()) {
      return from.plus(path.step(1).after());
    }
    int number = last.get().number();
    boolean moveOn = last.get().faltered() && !path.isLast(number);
    return moveOn ? now : from.plus(path.gapAfter(number));
  }

  private static boolean isInTheFuture(Instant recorded, Instant now) {
    return recorded.isAfter(now.plus(SKEW));
  }

  private Stream<Member> people(EscalationStep step, Progress progress, Instant now) {
    return step.who().stream()
        .flatMap(who -> people(who, progress, now).stream())
        .distinct();
  }

  private List<Member> people(PageAudience who, Progress progress, Instant now) {
    return switch (who) {
      case PageAudience.OnCall onCall -> {
        List<Member> onDuty = team.onDuty(now);
        yield onDuty.isEmpty() ? team.clinicians() : onDuty;
      }
      case PageAudience.Backup backup -> team.backup(now);
      case PageAudience.OwningTeam owning -> owning(progress.categories());
      case PageAudience.Everyone everyone -> team.clinicians();
      case PageAudience.Supervisor supervisor ->
        team.members().stream().filter(m -> m.role() != Role.NURSE).toList();
      case PageAudience.OfRole role ->
        team.members().stream().filter(m -> m.role() == role.role()).toList();
      case PageAudience.Person person -> team.member(person.id()).stream().toList();
    };
  }

  private List<Member> owning(List<String> categories) {
    List<Member> members = team.owners(categories).stream()
        .flatMap(owner -> team.membersOf(owner.id()).stream())
        .distinct()
        .toList();
    return members.isEmpty() ? team.clinicians() : members;
  }

  private List<Decision.Target> reached(Stream<Member> people, EscalationStep step) {
    List<Decision.Target> targets = new ArrayList<>();
    people.forEach(person -> channels.channelsOf(person).stream()
        .filter(channel -> step.channels().isEmpty() || step.channels().contains(channel))
        .forEach(channel -> targets.add(new Decision.Target(person, channel))));
    return targets;
  }
}
