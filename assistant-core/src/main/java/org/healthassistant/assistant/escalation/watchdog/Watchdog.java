package org.healthassistant.assistant.escalation.watchdog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.escalation.watchdog.WatchdogQueries.Observation;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.core.NestedRuntimeException;

/// Looks, apart from everything else, whether an escalation could fail to reach a person: a
/// step that is lost or late, pages and texts that do not get out, work that is stuck, a
/// channel that is dead, a scheduler that stands still, a database that does not answer, kept
/// texts that cannot be opened.
///
/// Looks over a connection and on a thread of its own ([WatchdogThread]), so that what starves
/// the service does not starve it. What it finds it says aloud ([WatchdogReporter]); a step
/// that nobody has scheduled it schedules itself.
public final class Watchdog {

  /// Without a look for so long, the watchdog itself is what is wrong.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final WatchdogDatabase database;
  private final WatchdogRepair repair;
  private final WatchdogReporter reporter;
  private final Sealing sealing;
  private final RealClock clock;
  private volatile List<WatchdogFinding> findings = List.of();
  private volatile Instant lookedAt;

  Watchdog(
      WatchdogDatabase database,
      WatchdogRepair repair,
      WatchdogReporter reporter,
      Sealing sealing,
      RealClock clock,
      MeterRegistry meters) {
    this.database = database;
    this.repair = repair;
    this.reporter = reporter;
    this.sealing = sealing;
    this.clock = clock;
    this.lookedAt = clock.instant();
    for (Kind kind : Kind.values()) {
      Gauge.builder("assistant.watchdog.findings", this, dog -> dog.count(kind))
          .description("what keeps escalations from reaching a person, 0 when all is well")
          .tag("kind", kind.word())
          .register(meters);
    }
    Gauge.builder("assistant.watchdog.look.age", this, dog -> dog.age().toMillis() / 1000.0)
        .description("seconds since the watchdog last looked")
        .baseUnit("seconds")
        .register(meters);
  }

  /// What was found at the last look, in the order of its kinds; empty when all is well.
  public List<WatchdogFinding> findings() {
    return findings;
  }

  /// Whether the watchdog has not looked for half a minute: then nothing is known.
  public boolean isSilent() {
    return age().compareTo(LONGEST_SILENCE) > 0;
  }

  /// Looks once, mends what it may, and says what it found. By one thread at a time.
  void look() {
    Instant now = clock.instant();
    List<WatchdogFinding> found = dated(seen(now), now);
    findings = found;
    lookedAt = now;
    reporter.report(found, now);
  }

  void close() {
    database.close();
    reporter.close();
  }

  private List<Observation> seen(Instant now) {
    try {
      repair.ensureProbe(now);
      WatchdogQueries.Observations sight = database.run(jdbc -> WatchdogQueries.look(jdbc, now));
      repair.mend(sight.lost());
      return withSpoilt(sight.seen());
    } catch (NestedRuntimeException e) {
      return List.of(new Observation(Kind.DATABASE, "", 1));
    }
  }

  private List<Observation> withSpoilt(List<Observation> seen) {
    int count = sealing.spoilt();
    return count == 0
        ? seen
        : Stream.concat(seen.stream(), Stream.of(new Observation(Kind.SPOILT_VALUE, "", count)))
            .toList();
  }

  private List<WatchdogFinding> dated(List<Observation> seen, Instant now) {
    Map<String, Instant> before = new HashMap<>();
    findings.forEach(finding -> before.put(finding.code(), finding.since()));
    return seen.stream()
        .map(s -> new WatchdogFinding(s.kind(), s.detail(), s.count(), now))
        .map(f -> f.since(before.getOrDefault(f.code(), now)))
        .sorted(Comparator.comparing(WatchdogFinding::kind).thenComparing(WatchdogFinding::detail))
        .toList();
  }

  private Duration age() {
    return Duration.between(lookedAt, clock.instant());
  }

  private int count(Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .mapToInt(WatchdogFinding::count)
        .sum();
  }
}
