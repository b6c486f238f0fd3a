package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.jspecify.annotations.Nullable;

/// The room's three tables without a database, for simulations in one thread.
@SuppressWarnings("NullAway") // What reaches a database is never used.
final class MemoryRows {

  private MemoryRows() {}

  static final class OfEscalations extends EscalationRows {
    private final Map<String, Escalation> byId = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, String> resolved = new HashMap<>();

    OfEscalations() {
      super(null);
    }

    @Override
    Optional<Escalation> open(String subjectId) {
      return Optional.ofNullable(open.get(subjectId)).map(byId::get);
    }

    @Override
    Optional<Escalation> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    Optional<String> lastResolved(String subjectId) {
      return Optional.ofNullable(resolved.get(subjectId));
    }

    @Override
    void insert(Escalation e) {
      if (open.putIfAbsent(e.subjectId(), e.id()) != null) {
        throw new IllegalStateException("a second one is open");
      }
      byId.put(e.id(), e);
    }

    @Override
    Escalation update(Escalation e) {
      byId.put(e.id(), e);
      if (e.state() == Escalation.State.RESOLVED) {
        open.remove(e.subjectId());
        resolved.put(e.subjectId(), e.id());
      }
      return e;
    }

    @Override
    List<Escalation> allOpen() {
      return open.values().stream().map(byId::get).toList();
    }

    @Override
    boolean moveBack(String id, Duration by, Instant now) {
      byId.computeIfPresent(id, (same, e) -> older(e, by));
      return true;
    }

    private static Escalation older(Escalation e, Duration by) {
      return e.contactedAt().isPresent()
          ? e
          : new Escalation(
              e.id(),
              e.subjectId(),
              e.conversationId(),
              e.messageId(),
              e.formerId(),
              e.level(),
              e.categories(),
              e.state(),
              e.humanRequested(),
              e.createdAt(),
              e.levelAt(),
              e.replyBy(),
              e.assignee(),
              e.acknowledgedBy(),
              e.acknowledgedAt().map(at -> at.minus(by)),
              e.contactedAt(),
              e.resolvedAt(),
              e.outcome(),
              e.alertRight(),
              e.round(),
              e.changedAt());
    }
  }

  static final class OfPages extends PageRows {
    private final Map<String, Map<String, Page>> byRound = new HashMap<>();
    private final Set<String> accepted = new java.util.HashSet<>();

    OfPages() {
      super(null);
    }

    @Override
    Optional<Page> find(String key) {
      return Optional.ofNullable(round(key).get(key));
    }

    @Override
    Optional<Progress.Step> lastStep(String escalationId, int round) {
      TreeMap<Integer, List<Page>> steps =
          round(Page.roundPrefix(escalationId, round)).values().stream()
              .collect(Collectors.groupingBy(Page::step, TreeMap::new, Collectors.toList()));
      return Optional.ofNullable(steps.lastEntry())
          .map(last -> new Progress.Step(
              last.getKey(),
              last.getValue().getFirst().createdAt(),
              last.getValue().stream().noneMatch(OfPages::isHopeful)));
    }

    private static boolean isHopeful(Page page) {
      return switch (page.state()) {
        case ACCEPTED, SENDING -> true;
        case PENDING -> page.attempts() == 0;
        case FAILED -> false;
      };
    }

    @Override
    List<Page> accepted(String escalationId, int round) {
      return round(Page.roundPrefix(escalationId, round)).values().stream()
          .filter(page -> page.state() == Page.State.ACCEPTED)
          .toList();
    }

    @Override
    boolean anyAccepted(String escalationId) {
      return accepted.contains(escalationId);
    }

    @Override
    void insert(Page page) {
      round(page.key()).putIfAbsent(page.key(), page);
    }

    @Override
    boolean sending(String key, int attempts, Instant at) {
      Page p = find(key).orElseThrow();
      if (p.attempts() != attempts || p.state().ended()) {
        return false;
      }
      put(p, Page.State.SENDING, p.attempts() + 1, p.error(), Optional.of(at));
      return true;
    }

    @Override
    boolean outcome(String key, int attempts, Page.State state, @Nullable String error) {
      Page p = find(key).orElseThrow();
      if (p.attempts() != attempts || p.state().ended()) {
        return false;
      }
      put(p, state, p.attempts(), Optional.ofNullable(error), p.sentAt());
      if (state == Page.State.ACCEPTED) {
        accepted.add(p.escalationId());
      }
      return true;
    }

    @Override
    void moveBack(String escalationId, Duration by) {
      byRound.entrySet().stream()
          .filter(round -> round.getKey().startsWith(escalationId))
          .map(Map.Entry::getValue)
          .forEach(round -> round.replaceAll((key, p) -> new Page(
              key,
              p.escalationId(),
              p.subjectId(),
              p.step(),
              p.recipient(),
              p.channel(),
              p.state(),
              p.attempts(),
              p.error(),
              p.createdAt().minus(by),
              p.sentAt())));
    }

    private void put(
        Page p, Page.State state, int attempts, Optional<String> error, Optional<Instant> sent) {
      round(p.key())
          .put(
              p.key(),
              new Page(
                  p.key(),
                  p.escalationId(),
                  p.subjectId(),
                  p.step(),
                  p.recipient(),
                  p.channel(),
                  state,
                  attempts,
                  error,
                  p.createdAt(),
                  sent));
    }

    private Map<String, Page> round(String key) {
      int end = key.indexOf('/', key.indexOf('/') + 1);
      return byRound.computeIfAbsent(key.substring(0, end), k -> new LinkedHashMap<>());
    }
  }

  static final class OfHistory extends EscalationHistory {
    private final RealClock clock;
    private final Map<String, Map<String, SimulationTrace.Event>> rows = new HashMap<>();

    OfHistory(RealClock clock) {
      super(null, null, null, clock);
      this.clock = clock;
    }

    @Override
    void add(Escalation escalation, Entry entry) {
      rows.computeIfAbsent(escalation.id(), id -> new LinkedHashMap<>())
          .put(
              Ids.next(),
              new SimulationTrace.Event(
                  clock.instant(),
                  escalation.id(),
                  escalation.subjectId(),
                  entry.kind(),
                  entry.actor(),
                  entry.from(),
                  entry.to(),
                  entry.detail()));
    }

    @Override
    boolean has(String escalationId, String kind, String detail) {
      return events(escalationId)
          .anyMatch(e -> e.kind().equals(kind) && e.detail().equals(detail));
    }

    @Override
    List<EscalationEvent> of(String escalationId) {
      return events(escalationId)
          .map(e -> new EscalationEvent(
              e.at(),
              e.kind(),
              e.actor(),
              Optional.ofNullable(e.from()),
              Optional.ofNullable(e.to()),
              Optional.empty(),
              e.detail(),
              Optional.empty()))
          .toList();
    }

    Map<String, SimulationTrace.Event> among(Set<String> escalations) {
      Map<String, SimulationTrace.Event> found = new TreeMap<>();
      escalations.forEach(id -> found.putAll(rows.getOrDefault(id, Map.of())));
      return found;
    }

    private Stream<SimulationTrace.Event> events(String escalationId) {
      return rows.getOrDefault(escalationId, Map.of()).values().stream();
    }
  }
}
