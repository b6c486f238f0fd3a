package org.healthassistant.assistant.escalation.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.MemoryLedger;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// What happened in a simulated world, in true time: the clock of the service may have jumped.
final class SimulationTrace {

  /// An escalation after something was done to it.
  ///
  /// @param wanted whether people are to be paged
  /// @param holder who has acknowledged it without contact so far
  record Mark(
      Instant at,
      String escalation,
      Level level,
      int round,
      boolean wanted,
      Optional<String> holder,
      boolean resolved) {

    static Mark of(Escalation e, Instant at) {
      boolean held =
          e.state() == Escalation.State.ACKNOWLEDGED && e.contactedAt().isEmpty();
      return new Mark(
          at,
          e.id(),
          e.level(),
          e.round(),
          e.wantsPages(),
          held ? e.acknowledgedBy() : Optional.empty(),
          e.state() == Escalation.State.RESOLVED);
    }
  }

  /// One attempt to page.
  ///
  /// @param took whether the other side took it
  /// @param died whether the process died before it knew
  record Attempt(Instant at, String escalation, String key, boolean took, boolean died) {}

  /// A row of the history.
  record Event(
      Instant at,
      String escalation,
      String subject,
      String kind,
      String actor,
      @Nullable Level from,
      @Nullable Level to,
      String detail) {

    static Event of(MemoryLedger.Written written) {
      EscalationEntry entry = written.entry();
      return new Event(
          written.at(),
          written.escalation().id(),
          written.escalation().subjectId(),
          entry.kind().code(),
          entry.actor(),
          entry.from(),
          entry.to(),
          entry.detail());
    }
  }

  final List<Mark> marks = new ArrayList<>();
  final List<Attempt> attempts = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<String> orphans = new ArrayList<>();
  Instant end = Instant.EPOCH;
}
