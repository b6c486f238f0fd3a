package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes every change of an escalation, in the one order there is (ADR 0001).
///
/// [#change] opens a durable transaction, locks the subject's row, reads the escalation anew
/// under that lock, and hands it to the caller's work. What the work applies is stored with its
/// entry of the history. The watchers of the inbox are signalled once the commit is durable;
/// after an exception nothing is stored and nobody is signalled. A call inside of a transaction
/// joins it.
///
/// For example, an acknowledgement that ran out:
/// ```
/// ledger.changeRound(round, open -> open.apply(
///     EscalationChange.of(open.now()).nextRound(true),
///     EscalationEntry.bySystem(EventKind.ACKNOWLEDGEMENT_EXPIRED)));
/// ```
@Component
public class EscalationLedger {

  private final EscalationRows rows;
  private final EscalationHistory history;
  private final Subjects subjects;
  private final Transactions transactions;
  private final RealClock clock;
  private final TopicSignals signals;
  private final ObjectProvider<EscalationListener> listeners;

  EscalationLedger(
      EscalationRows rows,
      EscalationHistory history,
      Subjects subjects,
      Transactions transactions,
      RealClock clock,
      TopicSignals signals,
      ObjectProvider<EscalationListener> listeners) {
    this.rows = rows;
    this.history = history;
    this.subjects = subjects;
    this.transactions = transactions;
    this.clock = clock;
    this.signals = signals;
    this.listeners = listeners;
  }

  /// The escalation of that id, as it is without any lock; or empty.
  public Optional<Escalation> find(String id) {
    return rows.find(id);
  }

  /// The escalation of a round, as it is without any lock; empty when the round is over.
  public Optional<Escalation> find(RoundId round) {
    return rows.find(round.escalationId()).filter(round::isPresentOf);
  }

  /// Runs work on an escalation, under its subject's lock.
  ///
  /// @return what the work returns; empty when there is no such escalation
  public <T> Optional<T> change(String escalationId, Function<Open, T> work) {
    return rows.find(escalationId)
        .map(found -> transactions.durable(() -> {
          subjects.lock(found.subjectId());
          return work.apply(new Open(rows.find(escalationId).orElseThrow()));
        }));
  }

  /// Runs work on an escalation while its round lasts, under its subject's lock.
  ///
  /// @return what the work returns; empty when the round is over
  public <T> Optional<T> changeRound(RoundId round, Function<Open, T> work) {
    return find(round)
        .flatMap(found -> transactions.durable(() -> {
          subjects.lock(found.subjectId());
          return find(round).map(present -> work.apply(new Open(present)));
        }));
  }

  /// Runs work on the open escalation of a subject, under the subject's lock.
  ///
  /// @return what the work returns; empty when none is open
  public <T> Optional<T> changeOpen(String subjectId, Function<Open, T> work) {
    return transactions.durable(() -> {
      subjects.lock(subjectId);
      return rows.open(subjectId).map(open -> work.apply(new Open(open)));
    });
  }

  /// Stores a new escalation; in the caller's transaction, which holds the subject's lock.
  Escalation begin(Function<Instant, Escalation> opening, EscalationEntry entry) {
    Escalation begun = opening.apply(clock.instant());
    rows.insert(begun);
    history.add(begun, entry);
    listeners.forEach(listener -> listener.changed(begun, entry.kind()));
    signal();
    return begun;
  }

  /// An escalation that the caller has read in its transaction, which holds the subject's lock.
  Open held(Escalation escalation) {
    return new Open(escalation);
  }

  /// Makes every open escalation that is held without contact so much older; and does more where
  /// that was done.
  ///
  /// @param more what else is to be moved, in the same transaction
  public void moveBack(Duration by, Consumer<Escalation> more) {
    for (Escalation open : rows.allOpen()) {
      transactions.durable(() -> {
        subjects.lock(open.subjectId());
        if (rows.moveBack(open.id(), by, clock.instant())) {
          more.accept(open);
        }
      });
    }
  }

  private void signal() {
    transactions.afterCommit(() -> signals.signal(Escalations.TOPIC));
  }

  /// An escalation under its subject's lock, for as long as the work on it runs.
  public final class Open {

    private final Instant at = clock.instant();
    private Escalation now;

    private Open(Escalation now) {
      this.now = now;
    }

    /// As it is, with what this work has applied so far.
    public Escalation now() {
      return now;
    }

    /// When the work began.
    public Instant at() {
      return at;
    }

    /// Stores a change with its entry.
    ///
    /// @return the escalation as it is from now on
    public Escalation apply(EscalationChange change, EscalationEntry entry) {
      Escalation stored = rows.update(change.apply(at));
      now = stored;
      history.add(stored, entry);
      listeners.forEach(listener -> listener.changed(stored, entry.kind()));
      signal();
      return stored;
    }

    /// Stores an entry about something that concerns the escalation and changes nothing of it but
    /// the time of its last change, so that watchers see it.
    public Escalation record(EscalationEntry entry) {
      return apply(EscalationChange.of(now), entry);
    }

    /// Stores an entry alone.
    public void note(EscalationEntry entry) {
      history.add(now, entry);
      signal();
    }

    /// Stores an entry alone, unless the present round has one of its kind.
    public void noteOncePerRound(EscalationEntry entry) {
      if (!history.hasInRound(RoundId.of(now), entry.kind(), null)) {
        note(entry.round(now.round()).detail("round " + now.round()));
      }
    }

    /// What an action of that key has done, or empty.
    public Optional<EscalationEvent> ofAction(String actionKey) {
      return history.ofAction(now.id(), actionKey);
    }

    /// Whether the history has an entry of that kind about that message.
    public boolean hasAbout(EventKind kind, String messageId) {
      return history.hasAbout(now.id(), kind, messageId);
    }

    /// Whether the patient was told in the present round.
    ///
    /// @param alerted whether they were told who was alerted; false: that nobody could be
    public boolean wasPatientTold(boolean alerted) {
      return history.hasInRound(RoundId.of(now), EventKind.PATIENT_TOLD, alerted);
    }
  }

  /// Whether the history has an entry of that kind about that page.
  public boolean hasForPage(String escalationId, EventKind kind, String pageKey) {
    return history.hasForPage(escalationId, kind, pageKey);
  }
}
