package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// The ledger over tables without a database, for simulations in one thread.
@SuppressWarnings("NullAway") // What reaches a database is never used.
public final class MemoryLedger {

  private final Rows rows = new Rows();
  private final History history;
  private final EscalationLedger ledger;

  /// An empty one.
  public MemoryLedger(Subjects subjects, Transactions transactions, RealClock clock) {
    history = new History(clock);
    ledger = new EscalationLedger(
        rows, history, subjects, transactions, clock, new TopicSignals(), new Nobody());
  }

  private static final class Nobody implements ObjectProvider<EscalationListener> {
    @Override
    public Stream<EscalationListener> stream() {
      return Stream.empty();
    }
  }

  /// Itself.
  public EscalationLedger ledger() {
    return ledger;
  }

  /// The tasks, scheduled there.
  public EscalationTasks tasks(Tasks tasks) {
    return new EscalationTasks(tasks, new TakeOverSettings(Duration.ofHours(4)));
  }

  /// What opens and raises in it. Messages are never looked up.
  public Escalations escalations(
      AcceptedPages pages,
      EscalationTasks tasks,
      Conversations conversations,
      ReplyWithin replyWithin) {
    return new Escalations(rows, history, ledger, pages, tasks, conversations, null, replyWithin);
  }

  /// What was written into the histories of some escalations, by id, in the order of writing.
  public Map<String, Written> written(Set<String> escalations) {
    Map<String, Written> found = new TreeMap<>();
    escalations.forEach(id -> found.putAll(history.rows.getOrDefault(id, Map.of())));
    return found;
  }

  /// One entry as it was written.
  public record Written(Instant at, Escalation escalation, EscalationEntry entry) {}

  /// Its table of escalations.
  EscalationRows rows() {
    return rows;
  }

  /// Its table of entries.
  EscalationHistory history() {
    return history;
  }

  private static final class Rows extends EscalationRows {
    private final Map<String, Escalation> byId = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, String> resolved = new HashMap<>();

    Rows() {
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
    List<Escalation> ofSubject(String subjectId) {
      return byId.values().stream()
          .filter(e -> e.subjectId().equals(subjectId))
          .sorted(Comparator.comparing(Escalation::createdAt).thenComparing(Escalation::id))
          .toList();
    }

    @Override
    Optional<String> lastResolved(String subjectId) {
      return Optional.ofNullable(resolved.get(subjectId));
    }

    @Override
    List<Escalation> changedAfter(Instant at, String id, int limit) {
      return byId.values().stream()
          .filter(e -> e.changedAt().isAfter(at)
              || !id.isEmpty() && e.changedAt().equals(at) && e.id().compareTo(id) > 0)
          .sorted(Comparator.comparing(Escalation::changedAt).thenComparing(Escalation::id))
          .limit(limit)
          .toList();
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
      Escalation.Handling held = e.handling();
      return held.contactedAt().isPresent() || held.acknowledgedAt().isEmpty()
          ? e
          : new Escalation(
              e.identity(),
              e.concern(),
              held.heldSince(held.acknowledgedAt().get().minus(by)),
              e.resolution(),
              e.changedAt());
    }
  }

  private static final class History extends EscalationHistory {
    private final RealClock clock;
    private final Map<String, Map<String, Written>> rows = new HashMap<>();

    History(RealClock clock) {
      super(null, null, null, clock);
      this.clock = clock;
    }

    @Override
    void add(Escalation escalation, EscalationEntry entry) {
      rows.computeIfAbsent(escalation.id(), id -> new LinkedHashMap<>())
          .put(Ids.next(), new Written(clock.instant(), escalation, entry));
    }

    @Override
    boolean hasInRound(RoundId round, EventKind kind, @Nullable Boolean reached) {
      return written(round.escalationId())
          .map(Written::entry)
          .anyMatch(e -> e.kind() == kind
              && Objects.equals(e.round(), round.round())
              && (reached == null || reached.equals(e.reached())));
    }

    @Override
    boolean hasAbout(String escalationId, EventKind kind, String messageId) {
      return written(escalationId)
          .map(Written::entry)
          .anyMatch(e -> e.kind() == kind && messageId.equals(e.messageId()));
    }

    @Override
    Optional<EscalationEvent> ofAction(String escalationId, String actionKey) {
      return written(escalationId)
          .filter(w -> actionKey.equals(w.entry().actionKey()))
          .map(History::event)
          .findFirst();
    }

    @Override
    Set<String> withKind(Collection<String> escalationIds, EventKind kind) {
      return escalationIds.stream()
          .filter(id -> written(id).anyMatch(w -> w.entry().kind() == kind))
          .collect(Collectors.toSet());
    }

    @Override
    boolean hasForPage(String escalationId, EventKind kind, String pageKey) {
      return written(escalationId)
          .map(Written::entry)
          .anyMatch(e -> e.kind() == kind && pageKey.equals(e.pageKey()));
    }

    @Override
    List<EscalationEvent> forEscalation(String escalationId) {
      return written(escalationId).map(History::event).toList();
    }

    private static EscalationEvent event(Written w) {
      return new EscalationEvent(
          w.at(),
          w.entry().kind(),
          w.entry().actor(),
          Optional.ofNullable(w.entry().from()),
          Optional.ofNullable(w.entry().to()),
          Optional.ofNullable(w.entry().messageId()),
          w.entry().detail(),
          Optional.ofNullable(w.entry().text()));
    }

    private Stream<Written> written(String escalationId) {
      return rows.getOrDefault(escalationId, Map.of()).values().stream();
    }
  }
}
