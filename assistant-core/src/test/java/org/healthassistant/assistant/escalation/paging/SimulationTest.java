package org.healthassistant.assistant.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.policy.Rules;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;

/// Escalations go through everything that can happen to them, by chance, and their histories
/// are read for whatever must never happen. `-Dsimulation.seed=…` replays a run,
/// `-Dsimulation.escalations=…` sets how many.
class SimulationTest {

  private static final long SEED = 20261124;
  private static final int IN_A_WORLD = 500;
  private static final int IN_A_STORED_WORLD = 50;
  private static final int PATIENTS = 40;
  private static final int ON_A_DATABASE = 200;

  @Test
  void keepsEveryPromiseThroughTenThousandEscalations() {
    int escalations = Integer.getInteger("simulation.escalations", 10_000);

    List<SimulationTrace> traces = keepsEveryPromise(MemoryRooms::new, escalations, IN_A_WORLD);

    assertThat(traces.stream().mapToInt(trace -> trace.attempts.size()).sum())
        .as("attempts to page")
        .isGreaterThan(escalations);
    assertThat(traces).anyMatch(t -> t.attempts.stream().anyMatch(a -> a.died()));
    assertThat(traces.stream().flatMap(t -> t.events.stream()).map(e -> e.kind()))
        .as("what happened at all")
        .contains(
            "raised",
            "joined",
            "lowered",
            "paged",
            "page-failed",
            "nobody-on-duty",
            "acknowledged",
            "acknowledgement-expired",
            "contacted",
            "resolved");
  }

  @Test
  void keepsEveryPromiseOnADatabase() {
    try (EscalationRooms database = EscalationRooms.on(TestDatabase.H2, Map.of())) {
      keepsEveryPromise(() -> StoredRooms.of(database), ON_A_DATABASE, IN_A_STORED_WORLD);
    }
  }

  private static List<SimulationTrace> keepsEveryPromise(
      Supplier<SimulatedRooms> rooms, int escalations, int inAWorld) {
    long seed = Long.getLong("simulation.seed", SEED);
    System.out.println("simulation.seed=" + seed);
    List<SimulationTrace> traces = new ArrayList<>();
    int worlds = Math.max(1, escalations / inAWorld);
    for (int i = 0; i < worlds; i++) {
      SimulatedWorld world = world(rooms.get(), seed + i, Rules.usual());
      SimulationTrace trace = world.run(inAWorld);
      traces.add(trace);

      assertThat(SimulationInvariants.violations(trace, world.people()))
          .as("-Dsimulation.seed=%s, world %s", seed, i)
          .isEmpty();
    }
    return traces;
  }

  @Test
  void replaysFromItsSeed() {
    SimulationTrace one = world(new MemoryRooms(), 42, Rules.usual()).run(200);
    SimulationTrace other = world(new MemoryRooms(), 42, Rules.usual()).run(200);

    assertThat(other.attempts.stream().map(a -> a.at() + " " + a.took()).toList())
        .isEqualTo(one.attempts.stream().map(a -> a.at() + " " + a.took()).toList());
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
    SimulatedWorld world = world(new MemoryRooms(), 7, rules);
    return SimulationInvariants.violations(world.run(300), world.people());
  }

  private static SimulatedWorld world(SimulatedRooms rooms, long seed, Rules rules) {
    return new SimulatedWorld(rooms, rooms.conversations(PATIENTS), new Random(seed), rules);
  }

  private static SimulationTrace.Event event(
      String kind,
      String actor,
      @org.jspecify.annotations.Nullable Level from,
      @org.jspecify.annotations.Nullable Level to) {
    return new SimulationTrace.Event(Instant.EPOCH, "e", "s", kind, actor, from, to, "");
  }
}
