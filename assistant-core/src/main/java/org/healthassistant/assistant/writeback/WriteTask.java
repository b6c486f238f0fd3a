package org.healthassistant.assistant.writeback;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.server.ServerRest;
import org.healthassistant.assistant.store.Backoff;
import org.healthassistant.assistant.store.Bulkhead;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.writeback.WrittenResource.State;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirWriter;
import org.healthassistant.connector.fhir.server.OutgoingResource;
import org.healthassistant.connector.fhir.server.WriteOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Writes what waits of one subject, one after the other, outside of any transaction; few
/// subjects at once, so that a server that hangs takes no worker from what alarms somebody.
///
/// Each is marked durably before it is sent. Whoever finds an old mark sends it again: the server
/// has it once, by our identifier.
///
/// Each attempt counts as `assistant.writeback.attempts` with its `outcome`: `written`, `gone`,
/// `later` or `refused`.
@Component
class WriteTask implements TaskHandler, SmartInitializingSingleton {

  static final String TASK = "write-back";

  private static final Logger LOG = LoggerFactory.getLogger(WriteTask.class);
  private static final int AT_ONCE = 2;
  private static final Duration PLACE_AGAIN = Duration.ofSeconds(2);
  private static final Duration REFUSED_AGAIN = Duration.ofDays(1);
  private static final int MOST_REFUSALS = 7;

  private static final Backoff PAUSES = new Backoff(
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30)),
      Duration.ofHours(6));

  private final WrittenResources rows;
  private final Sealing sealing;
  private final Subjects subjects;
  private final Tasks tasks;
  private final Transactions transactions;
  private final RealClock clock;
  private final MeterRegistry meters;
  private final @Nullable FhirWriter writer;
  private final Bulkhead places = new Bulkhead(AT_ONCE);
  private final ServerRest rest = new ServerRest();

  WriteTask(
      WrittenResources rows,
      Sealing sealing,
      Subjects subjects,
      Tasks tasks,
      Transactions transactions,
      RealClock clock,
      MeterRegistry meters,
      ObjectProvider<FhirServer> server) {
    this.rows = rows;
    this.sealing = sealing;
    this.subjects = subjects;
    this.tasks = tasks;
    this.transactions = transactions;
    this.clock = clock;
    this.meters = meters;
    FhirServer known = server.getIfAvailable();
    this.writer = known == null ? null : known.writer();
  }

  /// What waited while no server was configured is taken up again.
  @Override
  public void afterSingletonsInstantiated() {
    if (writer != null) {
      for (String subjectId : rows.waiting()) {
        transactions.durable(() -> {
          subjects.lock(subjectId);
          tasks.schedule(TASK, subjectId, clock.instant());
        });
      }
    }
  }

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Next run(String subjectId) {
    FhirWriter to = writer;
    if (to == null) {
      return new Next.Done();
    }
    return places
        .call(Duration.ZERO, () -> Optional.of(writeAll(to, subjectId)))
        .orElseGet(() -> new Next.Again(clock.instant().plus(PLACE_AGAIN)));
  }

  /// What the server last failed with; empty while it answers.
  String trouble() {
    return rest.code();
  }

  private Next writeAll(FhirWriter to, String subjectId) {
    while (!rest.holds(clock.instant())) {
      Optional<WrittenResource> next =
          transactions.durable(() -> rows.claim(subjectId, clock.instant()));
      if (next.isEmpty()) {
        return rows.nextDue(subjectId).<Next>map(Next.Again::new).orElseGet(Next.Done::new);
      }
      write(to, next.get());
    }
    return new Next.Again(rest.until());
  }

  private void write(FhirWriter to, WrittenResource row) {
    WriteOutcome outcome;
    try {
      outcome = to.write(new OutgoingResource(
          row.type(),
          row.id(),
          row.serverId(),
          row.tried(),
          sealing.open(row.content(), WrittenResource.place(row.id()))));
    } catch (KeyDestroyedException e) {
      outcome = new WriteOutcome.Refused("erased");
    } catch (IllegalStateException e) {
      outcome = new WriteOutcome.Refused("unreadable");
    }
    WriteOutcome came = outcome;
    meters.counter("assistant.writeback.attempts", "outcome", word(came)).increment();
    transactions.durable(() -> conclude(row, came, clock.instant()));
  }

  private static String word(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Done done -> "written";
      case WriteOutcome.Gone gone -> "gone";
      case WriteOutcome.Later later -> "later";
      case WriteOutcome.Refused refused -> "refused";
    };
  }

  private void conclude(WrittenResource row, WriteOutcome outcome, Instant now) {
    switch (outcome) {
      case WriteOutcome.Done done -> {
        rest.over();
        rows.conclude(row, State.WRITTEN, done.serverId(), "", now, now);
      }
      case WriteOutcome.Gone gone -> {
        rest.over();
        rows.conclude(row, State.DELETED, "", "deleted-there", now, now);
      }
      case WriteOutcome.Later later -> {
        Duration wait = PAUSES.next(row.failures() + 1, later.asked().orElse(null));
        if (later.ofServer()) {
          rest.after(later.code(), later.asked(), now);
        }
        LOG.warn(
            "WB-002: {} could not be written ({}); it will be tried again",
            row.type(),
            later.code());
        rows.conclude(row, State.PENDING, "", later.code(), now.plus(wait), now);
      }
      case WriteOutcome.Refused refused -> {
        rest.over();
        boolean again = row.failures() + 1 < MOST_REFUSALS;
        LOG.error(
            "WB-003: the FHIR server refused {} ({}); it {}",
            row.type(),
            refused.code(),
            again ? "will be tried again in a day" : "is given up");
        rows.conclude(
            row,
            again ? State.REFUSED : State.GIVEN_UP,
            "",
            refused.code(),
            now.plus(REFUSED_AGAIN),
            now);
      }
    }
  }
}
