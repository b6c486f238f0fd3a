package org.healthassistant.assistant.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Hours;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.assistant.team.Roster;
import org.healthassistant.assistant.team.Shift;
import org.healthassistant.assistant.team.Team;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");
  private static final Member ANA = person("ana", Role.NURSE, "primary");
  private static final Member BEN = person("ben", Role.PHYSICIAN);
  private static final Member CY = person("cy", Role.NURSE, "behavioral");
  private static final Member LEE = person("lee", Role.ADMIN);

  private final Policy policy = policy(Rules.usual(), person -> List.of("webhook"));

  @Nested
  class WhileNobodyAcknowledges {

    @Test
    void pagesAnEmergencyStepByStepAndWithoutEnd() {
      assertThat(page(waiting(Level.EMERGENCY), T0)).isEqualTo("1 ana");
      assertThat(due(1)).isEqualTo(Duration.ofMinutes(2));
      assertThat(page(after(Level.EMERGENCY, 1), T0.plusSeconds(120))).isEqualTo("2 ben");
      assertThat(due(2)).isEqualTo(Duration.ofMinutes(2));
      assertThat(page(after(Level.EMERGENCY, 2), T0.plusSeconds(120)))
          .isEqualTo("3 ana ben cy lee");
      assertThat(due(3)).isEqualTo(Duration.ofMinutes(5));
      assertThat(page(after(Level.EMERGENCY, 1000), T0.plusSeconds(300)))
          .isEqualTo("1001 ana ben cy lee");
      assertThat(due(1000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void pagesASameDayMatterToTheTeamThatOwnsIt() {
      Progress first = new Progress(
          Level.SAME_DAY,
          List.of("suicide-passive"),
          new Progress.Hold.Nobody(),
          T0,
          Optional.of(new Progress.Step(1, T0, false)));

      assertThat(page(first, T0.plus(Duration.ofMinutes(15)))).isEqualTo("2 cy");
      assertThat(page(after(Level.SAME_DAY, 1), T0.plus(Duration.ofMinutes(15))))
          .isEqualTo("2 ana");
      assertThat(page(after(Level.SAME_DAY, 2), T0.plus(Duration.ofMinutes(15))))
          .isEqualTo("3 ana ben cy");
    }

    @Test
    void pagesNobodyForARoutineMatter() {
      assertThat(policy.next(waiting(Level.ROUTINE), T0)).isEqualTo(new Decision.Nothing());
    }

    @Test
    void movesOnAtOnceWhenEveryChannelFailsButNotWithoutEnd() {
      assertThat(page(faltered(1), T0)).isEqualTo("2 ben");
      assertThat(page(faltered(2), T0)).isEqualTo("3 ana ben cy lee");
      assertThat(policy.next(faltered(3), T0))
          .isEqualTo(new Decision.WaitUntil(T0.plus(Duration.ofMinutes(5))));
    }

    @Test
    void takesTheNextStepWhereNobodyOfOneCanBeReached() {
      Policy few = policy(Rules.usual(), p -> p.equals(LEE) ? List.of("email") : List.of());

      assertThat(few.next(waiting(Level.EMERGENCY), T0))
          .isEqualTo(new Decision.Page(3, List.of(new Decision.Target(LEE, "email")), false));
      assertThat(few.next(waiting(Level.SAME_DAY), T0))
          .as("no step has her: everybody who can be reached is paged")
          .isEqualTo(new Decision.Page(1, List.of(new Decision.Target(LEE, "email")), false));
    }

    @Test
    void saysThatNoChannelReachesAnybody() {
      assertThat(policy(Rules.usual(), p -> List.of()).next(waiting(Level.EMERGENCY), T0))
          .isEqualTo(new Decision.Unreachable(T0.plus(Duration.ofMinutes(5))));
    }

    @Test
    void pagesEverybodyWhenNobodyIsOnDuty() {
      Policy gap = new Policy(Rules.usual(), team(List.of()), person -> List.of("webhook"));

      Decision next = gap.next(waiting(Level.EMERGENCY), T0);

      assertThat(words(next)).isEqualTo("1 ana ben cy");
      assertThat(((Decision.Page) next).nobodyOnDuty()).isTrue();
    }

    @Test
    void prefersTheStepsOfACategoryAndTheirChannels() {
      EscalationPath own = new EscalationPath(
          List.of(new EscalationStep(
              Duration.ZERO, List.of(new PageAudience.Person("cy")), Set.of("sms"))),
          Duration.ofMinutes(1));
      Rules usual = Rules.usual();
      Rules rules = new Rules(
          usual.byLevel(),
          Map.of(Level.EMERGENCY, Map.of("suicide-active", own)),
          usual.acknowledgeWithin());
      Policy two = policy(rules, person -> List.of("webhook", "sms"));

      assertThat(two.next(
              new Progress(
                  Level.EMERGENCY,
                  List.of("suicide-active"),
                  new Progress.Hold.Nobody(),
                  T0,
                  Optional.empty()),
              T0))
          .isEqualTo(new Decision.Page(1, List.of(new Decision.Target(CY, "sms")), false));
      assertThat(words(two.next(waiting(Level.EMERGENCY), T0))).isEqualTo("1 ana ana");
    }
  }

  @Nested
  class WhenTheClockJumps {

    @Test
    void pagesRatherTooEarlyWhenItWasSetBack() {
      assertThat(page(after(Level.EMERGENCY, 1), T0.minus(Duration.ofHours(1)))).isEqualTo("2 ben");
      assertThat(page(waiting(Level.EMERGENCY), T0.minus(Duration.ofHours(1)))).isEqualTo("1 ana");
      assertThat(policy.next(held(Level.EMERGENCY), T0.minus(Duration.ofHours(1))))
          .isEqualTo(new Decision.Expire());
    }

    @Test
    void toleratesTheDifferenceOfTwoClocks() {
      assertThat(policy.next(after(Level.EMERGENCY, 1), T0.minusSeconds(5)))
          .isEqualTo(new Decision.WaitUntil(T0.plusSeconds(120)));
    }

    @Test
    void leavesNobodyOutWhenItWasSetForward() {
      assertThat(page(after(Level.EMERGENCY, 1), T0.plus(Duration.ofHours(1)))).isEqualTo("2 ben");
    }
  }

  @Nested
  class WhenSomebodyHasAcknowledged {

    @Test
    void expiresWithoutContact() {
      assertThat(policy.next(held(Level.EMERGENCY), T0))
          .isEqualTo(new Decision.WaitUntil(T0.plus(Duration.ofMinutes(15))));
      assertThat(policy.next(held(Level.EMERGENCY), T0.plus(Duration.ofMinutes(15))))
          .isEqualTo(new Decision.Expire());
      assertThat(policy.next(held(Level.SAME_DAY), T0.plus(Duration.ofMinutes(119))))
          .isEqualTo(new Decision.WaitUntil(T0.plus(Duration.ofHours(2))));
    }

    @Test
    void asksNothingMoreOnceThereWasContact() {
      Progress settled = new Progress(
          Level.EMERGENCY, List.of(), new Progress.Hold.Settled(), T0, Optional.empty());

      assertThat(policy.next(settled, T0.plus(Duration.ofDays(1))))
          .isEqualTo(new Decision.Nothing());
    }
  }

  /// Whoever asks at least every `shortestWait` never misses what is due, whatever is done
  /// between.
  @Test
  void neverWaitsLongerThanTheShortestWait() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      Level level = random.nextBoolean() ? Level.EMERGENCY : Level.SAME_DAY;
      int step = 1 + random.nextInt(6);
      Progress progress = after(level, step);
      Duration shortest = policy.shortestWait(progress);

      Decision next = policy.next(progress, T0);

      assertThat(next)
          .as("seed %s, level %s, step %s", seed, level, step)
          .isInstanceOfSatisfying(
              Decision.WaitUntil.class,
              wait -> assertThat(Duration.between(T0, wait.at())).isGreaterThanOrEqualTo(shortest));
    }
  }

  private String page(Progress progress, Instant now) {
    return words(policy.next(progress, now));
  }

  private static String words(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Page.class);
    Decision.Page page = (Decision.Page) decision;
    return page.step() + " "
        + String.join(" ", page.targets().stream().map(t -> t.person().id()).toList());
  }

  private Duration due(int step) {
    Decision next = policy.next(after(Level.EMERGENCY, step), T0);
    assertThat(next).isInstanceOf(Decision.WaitUntil.class);
    return Duration.between(T0, ((Decision.WaitUntil) next).at());
  }

  private static Progress waiting(Level level) {
    return new Progress(
        level, List.of("chest-pain"), new Progress.Hold.Nobody(), T0, Optional.empty());
  }

  private static Progress after(Level level, int step) {
    return new Progress(
        level,
        List.of("chest-pain"),
        new Progress.Hold.Nobody(),
        T0,
        Optional.of(new Progress.Step(step, T0, false)));
  }

  private static Progress faltered(int step) {
    return new Progress(
        Level.EMERGENCY,
        List.of("chest-pain"),
        new Progress.Hold.Nobody(),
        T0,
        Optional.of(new Progress.Step(step, T0, true)));
  }

  private static Progress held(Level level) {
    return new Progress(
        level,
        List.of("chest-pain"),
        new Progress.Hold.Acknowledged(T0),
        T0,
        Optional.of(new Progress.Step(1, T0, false)));
  }

  private static Policy policy(Rules rules, ContactChannels reach) {
    return new Policy(
        rules,
        team(List.of(new Shift("s", List.of("ana"), List.of("ben"), Hours.ALWAYS, false))),
        reach);
  }

  private static CareTeam team(List<Shift> shifts) {
    return new CareTeam(
        List.of(ANA, BEN, CY, LEE),
        List.of(
            new Team("primary", "Primary", List.of()),
            new Team("behavioral", "Behavioral", List.of("suicide-active", "suicide-passive"))),
        new Roster(shifts, Set.of(), List.of(Hours.ALWAYS), ZoneId.of("UTC")));
  }

  private static Member person(String id, Role role, String... teams) {
    return new Member(id, id, role, Optional.empty(), Optional.empty(), List.of(teams));
  }
}
