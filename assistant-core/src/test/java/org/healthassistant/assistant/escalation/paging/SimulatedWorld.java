package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.escalation.policy.Rules;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.ClockSetBack;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;

/// A world in which patients write, people act, channels fail, the process dies, the service is
/// away and its clock jumps, all by chance; the pager, the sender and the desk are the real
/// ones. Time is the test's own, and so is the scheduler.
final class SimulatedWorld {

  /// Between two actions of whoever, in milliseconds.
  private static final int MEAN_PAUSE = 20_000;

  private static final Duration BETWEEN_TROUBLES = Duration.ofMinutes(20);
  private static final Duration DEATH_NOTICED = Duration.ofSeconds(20);
  private static final List<String> STARTS =
      List.of("2026-10-31T20:00:00Z", "2026-03-28T20:00:00Z", "2026-11-24T10:00:00Z");

  private final SimulatedRooms rooms;
  private final Random random;
  private final CareTeam team;
  private final List<String> people;
  private final List<SimulatedChannel> channels;
  private final PagingParts paging;
  private final Map<String, Function<String, Next>> handlers;
  private final SimulationTrace trace = new SimulationTrace();
  private final TreeMap<String, Duration> offsets = new TreeMap<>();
  private final Map<String, Escalation> open = new TreeMap<>();
  private final List<Conversation> conversations;
  private Instant now;
  private Duration offset = Duration.ZERO;
  private Instant quietUntil;
  private int opened;

  SimulatedWorld(
      SimulatedRooms rooms, List<Conversation> conversations, Random random, Rules rules) {
    this.rooms = rooms;
    this.conversations = conversations;
    this.random = random;
    now = Instant.parse(STARTS.get(random.nextInt(STARTS.size())));
    quietUntil = now.plus(BETWEEN_TROUBLES);
    offsets.put(Ids.next(), offset);
    rooms.at(now);
    team = SimulatedTeam.of(random, now);
    people = team.members().stream().map(Member::id).toList();
    channels = List.of(channel("webhook", people), channel("sms", List.of("p0", "p2")));
    PageChannels pageChannels = new PageChannels(List.copyOf(channels), team);
    paging = rooms.paging(new Policy(rules, team, pageChannels), pageChannels);
    handlers = Map.of(
        EscalationTasks.PAGE_STEP,
        paging.step()::run,
        EscalationTasks.SEND_PAGE,
        paging.send()::run,
        EscalationTasks.PATIENT_NOTICE,
        rooms.notice(team),
        EscalationTasks.CHECK_TAKE_OVER,
        rooms.takeOver());
    rooms.clear();
  }

  Set<String> people() {
    return Set.copyOf(people);
  }

  /// Lets so many escalations happen, until all are resolved.
  SimulationTrace run(int escalations) {
    while (opened < escalations) {
      passUntil(now.plusMillis(1 + (long) (-Math.log(1 - random.nextDouble()) * MEAN_PAUSE)));
      act();
    }
    passUntil(now.plus(Duration.ofMinutes(8)));
    List.copyOf(open.values()).forEach(e -> did(resolve(e.id())));
    trace.end = now;
    readHistory();
    return trace;
  }

  private SimulatedChannel channel(String name, List<String> reached) {
    return new SimulatedChannel(name, Set.copyOf(reached), random, () -> now, trace.attempts::add);
  }

  private void passUntil(Instant until) {
    Optional<SimulatedRooms.Due> due = rooms.next();
    while (due.isPresent() && !due.get().at().minus(offset).isAfter(until)) {
      moveTo(due.get().at().minus(offset));
      run(due.get());
      due = rooms.next();
    }
    moveTo(until);
  }

  private void run(SimulatedRooms.Due due) {
    try {
      switch (Objects.requireNonNull(handlers.get(due.name())).apply(due.id())) {
        case Next.Done done -> rooms.done(due);
        case Next.Again again -> rooms.again(due, again.at());
      }
    } catch (SimulatedChannel.Death death) {
      rooms.again(due, clock().plus(DEATH_NOTICED));
    }
  }

  private void moveTo(Instant time) {
    now = time.isAfter(now) ? time : now;
    rooms.at(clock());
  }

  private Instant clock() {
    return now.plus(offset);
  }

  private void act() {
    int chance = random.nextInt(100);
    Optional<Escalation> one = anyOpen();
    if (chance < 45 || one.isEmpty()) {
      write();
    } else if (chance < 57) {
      did(rooms.desk().acknowledge(one.get().id(), person()));
    } else if (chance < 63) {
      did(rooms.desk().contact(one.get().id(), person(), "call", random.nextBoolean(), null));
    } else if (chance < 93) {
      did(resolve(one.get().id()));
    } else if (chance < 97) {
      other(one.get().id());
    } else {
      trouble();
    }
    if (random.nextInt(50) == 0) {
      lookForOrphans();
    }
  }

  private void other(String id) {
    did(
        switch (random.nextInt(6)) {
          case 0 -> rooms.desk().assign(id, person(), person());
          case 1 -> rooms.desk().takeOver(id, person());
          case 2 -> rooms.reply(id, person());
          case 3 -> rooms.desk().handBack(id, person());
          default -> rooms.desk().level(id, person(), level(), "by judgement");
        });
  }

  private void trouble() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      channels.get(random.nextInt(channels.size())).toggle();
      return;
    }
    if (now.isBefore(quietUntil)) {
      return;
    }
    quietUntil = now.plus(BETWEEN_TROUBLES);
    if (kind == 1) {
      moveTo(now.plusSeconds(random.nextInt(120)));
    } else {
      Duration jump = Duration.ofMinutes(1 + random.nextInt(90)).multipliedBy(kind == 2 ? 1 : -1);
      offset = offset.plus(jump);
      offsets.put(Ids.next(), offset);
      rooms.at(clock());
      if (jump.isNegative()) {
        rooms.moveBack(jump.abs(), clock());
        paging.pager().clockSetBack(new ClockSetBack(jump.abs()));
      }
    }
  }

  private void write() {
    Conversation conversation = conversations.get(random.nextInt(conversations.size()));
    Escalation after =
        rooms.write(conversation, level(), random.nextBoolean() ? "chest-pain" : "med-danger");
    opened += open.containsKey(after.id()) ? 0 : 1;
    remember(after);
  }

  private Level level() {
    int chance = random.nextInt(10);
    return chance < 4 ? Level.EMERGENCY : chance < 8 ? Level.SAME_DAY : Level.ROUTINE;
  }

  private String person() {
    return people.get(random.nextInt(people.size()));
  }

  private Optional<Escalation> anyOpen() {
    List<Escalation> all = new ArrayList<>(open.values());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private ActionResult resolve(String id) {
    return rooms.desk().resolve(id, person(), "advised", null, Optional.empty());
  }

  private void did(ActionResult result) {
    if (result instanceof ActionResult.Done done) {
      remember(done.escalation());
    }
  }

  private void remember(Escalation after) {
    trace.marks.add(SimulationTrace.Mark.of(after, now));
    if (after.state() == Escalation.State.RESOLVED) {
      open.remove(after.id());
    } else {
      open.put(after.id(), after);
    }
  }

  /// Whatever is open and not settled must have its task.
  private void lookForOrphans() {
    Set<String> scheduled = rooms.scheduled().stream()
        .filter(due -> due.name().equals(EscalationTasks.PAGE_STEP))
        .map(SimulatedRooms.Due::id)
        .collect(Collectors.toSet());
    for (String id : open.keySet()) {
      Escalation e = rooms.find(id);
      boolean held =
          e.state() == Escalation.State.ACKNOWLEDGED && e.contactedAt().isEmpty();
      boolean due = e.wantsPages() || held && e.level().atLeast(Level.SAME_DAY);
      if (due && !scheduled.contains(RoundId.of(e).key())) {
        trace.orphans.add(id + ": nothing is scheduled, at " + now + ", " + e.state());
      }
    }
  }

  /// The rows of the history in the order in which they were written. Their times are the
  /// clock's; what it was off by is known from where their ids stand among those made at each
  /// jump.
  private void readHistory() {
    Set<String> mine =
        trace.marks.stream().map(SimulationTrace.Mark::escalation).collect(Collectors.toSet());
    rooms.history(mine).forEach((id, event) -> {
      Instant at = event.at().minus(offsets.floorEntry(id).getValue());
      trace.events.add(new SimulationTrace.Event(
          at,
          event.escalation(),
          event.subject(),
          event.kind(),
          event.actor(),
          event.from(),
          event.to(),
          event.detail()));
    });
    expiries();
  }

  /// An expiry is nobody's action: its mark comes from the history.
  private void expiries() {
    for (SimulationTrace.Event event : trace.events) {
      if (event.kind().equals("acknowledgement-expired")) {
        SimulationTrace.Mark before = trace.marks.stream()
            .filter(mark -> mark.escalation().equals(event.escalation()))
            .filter(mark -> !mark.at().isAfter(event.at()))
            .max(Comparator.comparing(SimulationTrace.Mark::at)
                .thenComparing(SimulationTrace.Mark::round))
            .orElseThrow();
        trace.marks.add(new SimulationTrace.Mark(
            event.at(),
            event.escalation(),
            before.level(),
            before.round() + 1,
            true,
            Optional.empty(),
            false));
      }
    }
  }
}
