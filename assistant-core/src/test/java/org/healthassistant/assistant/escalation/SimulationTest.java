package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.policy.Rules;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Escalations go through everything that can happen to them, by chance, and their histories are
/// read for whatever must never happen. `-Dsimulation.seed=…` replays a run,
/// `-Dsimulation.escalations=…` sets how many.
class SimulationTest {

  private static final int WORLDS = 20;
  private static final int PATIENTS = 40;
  private static final EscalationRooms ROOMS = EscalationRooms.on(TestDatabase.H2, Map.of());
  private static final List<Conversation> CONVERSATIONS =
      IntStream.range(0, PATIENTS).mapToObj(i -> ROOMS.conversation()).toList();

  @AfterAll
  static void close() {
    ROOMS.close();
  }

  @Test
  void keepsEveryPromiseThroughTenThousandEscalations() {
    long seed = Long.getLong("simulation.seed", new Random().nextLong());
    int escalations = Integer.getInteger("simulation.escalations", 10_000);
    System.out.println("simulation.seed=" + seed);
    int attempts = 0;
    for (int i = 0; i < WORLDS; i++) {
      SimulatedWorld world = world(seed + i, Rules.usual());
      SimulationTrace trace = world.run(escalations / WORLDS);
      attempts += trace.attempts.size();

      assertThat(SimulationInvariants.violations(trace, world.people()))
          .as("-Dsimulation.seed=%s, world %s", seed, i)
          .isEmpty();
    }
    assertThat(attempts).as("attempts to page").isGreaterThan(escalations);
  }

  @Test
  void findsAPolicyThatStopsPaging() {
    Rules usual = Rules.usual();
    Rules lazy = usual.repeatingEvery(Duration.ofHours(5));

    assertThat(violations(lazy)).anyMatch(v -> v.contains("EMERGENCY without a page"));
  }

  @Test
  void findsAnAcknowledgementThatNeverExpires() {
    Rules usual = Rules.usual();
    Rules patient = new Rules(
        usual.byLevel(),
        usual.byCategory(),
        Map.of(Level.EMERGENCY, Duration.ofDays(9), Level.SAME_DAY, Duration.ofDays(9)));

    assertThat(violations(patient)).anyMatch(v -> v.contains("without contact"));
  }

  @Test
  void findsWhatOnlyPeopleMayDoAndALevelThatFallsByItself() {
    SimulationTrace trace = new SimulationTrace();
    trace.events.add(event("opened", "patient", null, Level.EMERGENCY));
    trace.events.add(event("joined", "patient", Level.EMERGENCY, Level.SAME_DAY));
    trace.events.add(event("opened", "patient", null, Level.SAME_DAY));
    trace.events.add(event("resolved", "system", null, null));
    trace.attempts.add(new SimulationTrace.Attempt(Instant.EPOCH, "e", "key", true, false));
    trace.attempts.add(new SimulationTrace.Attempt(Instant.EPOCH, "e", "key", true, false));

    assertThat(SimulationInvariants.violations(trace, Set.of("p0")))
        .containsExactly(
            "e: fell by joined",
            "e: a second one is open",
            "e: resolved by system",
            "key: taken 2 times");
  }

  @Test
  void findsAPageAfterAnAcknowledgement() {
    SimulationTrace trace = new SimulationTrace();
    trace.marks.add(new SimulationTrace.Mark(
        Instant.EPOCH, "e", Level.EMERGENCY, 0, false, Optional.of("p0"), false));
    trace.attempts.add(
        new SimulationTrace.Attempt(Instant.EPOCH.plusSeconds(9), "e", "key", true, false));
    trace.end = Instant.EPOCH.plusSeconds(60);

    assertThat(SimulationInvariants.violations(trace, Set.of("p0")))
        .singleElement()
        .satisfies(v -> assertThat(v).contains("though nobody is wanted"));
  }

  private static List<String> violations(Rules rules) {
    SimulatedWorld world = world(7, rules);
    return SimulationInvariants.violations(world.run(300), world.people());
  }

  private static SimulatedWorld world(long seed, Rules rules) {
    return new SimulatedWorld(ROOMS, CONVERSATIONS, new Random(seed), rules);
  }

  private static SimulationTrace.Event event(
      String kind,
      String actor,
      @org.jspecify.annotations.Nullable Level from,
      @org.jspecify.annotations.Nullable Level to) {
    return new SimulationTrace.Event(Instant.EPOCH, "e", "s", kind, actor, from, to, "");
  }
}
