package org.healthassistant.assistant.record.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.server.ReadStates.Known;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.Problem;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirServerException;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.server.FhirServerSettings.PatientToken;
import org.healthassistant.connector.fhir.server.ReadState;
import org.healthassistant.connector.fhir.server.ServerReading;
import org.healthassistant.connector.record.PatientRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Reads patients from the server when their record is needed and the copy is too old, each on
/// a thread of its own and once at a time. Nothing here throws for what the server does: the
/// copy of before stays and its age is told. Safe for use by many threads.
public final class RecordReads {

  private static final Logger LOG = LoggerFactory.getLogger(RecordReads.class);

  /// How many patients are read at the same time in the background.
  private static final int AT_ONCE = 3;

  /// How many patients are read at the same time in all: the others wait before their time begins
  /// to run.
  static final int MOST_AT_ONCE = 8;

  /// How many wait for it. Beyond that the one goes that has waited the longest: whoever needed
  /// it has given up long since, and the next need lets it wait anew.
  static final int MOST_WAITING = 1_000;

  /// After a look at a subject, however it ended, the next need is not looked at for so long.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final FhirServer server;
  private final Copies copies;
  private final ReadStates states;
  private final Subjects subjects;
  private final Transactions transactions;
  private final RealClock clock;
  private final Patience patience;
  private final Optional<HandedTokens> tokens;
  private final ServerRest rest = new ServerRest();
  private final ReadCounts counts = new ReadCounts();
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final Queue<String> waiting = new ArrayDeque<>();
  private int readers;
  private final Cache<String, Boolean> looked =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(100_000).build();

  RecordReads(
      FhirServer server,
      Copies copies,
      ReadStates states,
      Subjects subjects,
      Transactions transactions,
      RealClock clock,
      Patience patience,
      Optional<HandedTokens> tokens) {
    this.tokens = tokens;
    this.server = server;
    this.copies = copies;
    this.states = states;
    this.subjects = subjects;
    this.transactions = transactions;
    this.clock = clock;
    this.patience = patience;
  }

  /// What is thought old, and how long somebody waits for a newer copy.
  ///
  /// @param fresh how old a copy may be before it is read again
  /// @param longest how long a question to the record waits for a reading that is under way
  record Patience(Duration fresh, Duration longest) {}

  /// A reading that is under way.
  private record Running(CompletableFuture<Void> end, long since) {}

  /// Lets a subject be read soon, if the copy is too old; after the caller's transaction, which
  /// waits for nothing.
  public void need(String subjectId) {
    if (looked.getIfPresent(subjectId) == null) {
      transactions.afterCommit(() -> begin(subjectId));
    }
  }

  /// Takes a token that a portal hands over for reading a patient, and begins to read.
  ///
  /// @param scopes what it may read, separated by spaces
  /// @param life for how long it is good
  /// @return whether it was taken: false where records are read without tokens of patients, or
  ///     the scopes let nothing be read
  public boolean take(Subject subject, Secret token, String scopes, Duration life) {
    if (tokens.isEmpty() || !PatientToken.readsAny(scopes)) {
      return false;
    }
    tokens.get().keep(subject, token, scopes, life);
    looked.invalidate(subject.id());
    need(subject.id());
    return true;
  }

  /// As [#need], and waits for the reading, as long as the settings say from its beginning: so
  /// several questions of one turn wait once. In a transaction it does not wait.
  public void await(String subjectId) {
    need(subjectId);
    Running reading = running.get(subjectId);
    if (reading == null || TransactionSynchronizationManager.isActualTransactionActive()) {
      return;
    }
    long left = patience.longest().toNanos() - (System.nanoTime() - reading.since());
    try {
      reading.end().get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The copy of before is told, with its age.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads every patient again who was read before and whose copy is too old, the oldest first.
  /// Ends early where the server fails.
  public void round() {
    List<String> old = states.readBefore(clock.instant().minus(patience.fresh()));
    for (int start = 0; start < old.size(); start += AT_ONCE) {
      if (rest.holds(clock.instant())) {
        return;
      }
      old.subList(start, Math.min(old.size(), start + AT_ONCE)).stream()
          .map(subjectId -> begin(subjectId).end())
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  /// What the server last failed with; empty while it answers.
  Optional<String> trouble() {
    return Optional.of(rest.code()).filter(code -> !code.isEmpty());
  }

  /// How its readings ended.
  ReadCounts counts() {
    return counts;
  }

  private Running begin(String subjectId) {
    synchronized (waiting) {
      Running known = running.get(subjectId);
      if (known != null) {
        return known;
      }
      Running begun = new Running(new CompletableFuture<>(), System.nanoTime());
      running.put(subjectId, begun);
      waiting.add(subjectId);
      if (waiting.size() > MOST_WAITING) {
        over(waiting.remove());
      }
      if (readers < MOST_AT_ONCE) {
        readers++;
        Thread.ofVirtual().name("record-read").start(this::readWaiting);
      }
      return begun;
    }
  }

  private void readWaiting() {
    for (String next = next(); !next.isEmpty(); next = next()) {
      try {
        readIfOld(next);
      } catch (RuntimeException e) {
        // Not its message: it may hold the value that the database refused.
        LOG.warn("REC-004: a record could not be kept ({})", e.getClass().getSimpleName());
      } finally {
        looked.put(next, true);
        over(next);
      }
    }
  }

  /// The subject that has waited the longest; empty, and one reader fewer, where none waits.
  private String next() {
    synchronized (waiting) {
      String next = waiting.poll();
      if (next == null) {
        readers--;
        return "";
      }
      return next;
    }
  }

  private void over(String subjectId) {
    Running ended = running.remove(subjectId);
    if (ended != null) {
      ended.end().complete(null);
    }
  }

  /// How many wait to be read.
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private void readIfOld(String subjectId) {
    Instant now = clock.instant();
    Optional<Known> known = states.find(subjectId);
    boolean old = known
        .map(last -> now.isBefore(last.at()) || !now.isBefore(last.at().plus(patience.fresh())))
        .orElse(true);
    if (old && !rest.holds(clock.instant())) {
      subjects
          .find(subjectId)
          .ifPresent(subject ->
              subject.patientId().ifPresent(patientId -> read(subject, patientId, known)));
    }
  }

  /// The server as it is asked for a subject; empty where that needs a token that is not there.
  private Optional<FhirServer> serverFor(Subject subject) {
    return tokens.isEmpty()
        ? Optional.of(server)
        : tokens.get().find(subject.id()).map(server::with);
  }

  private void read(Subject subject, String patientId, Optional<Known> known) {
    Optional<FhirServer> asked = serverFor(subject);
    if (asked.isPresent()) {
      read(asked.get(), subject, patientId, known);
    } else {
      states.failed(subject.id(), clock.instant());
    }
  }

  private void read(FhirServer asked, Subject subject, String patientId, Optional<Known> known) {
    Optional<PatientRecord> before = copies.find(subject.id());
    // Changes are worth nothing without what they change.
    ReadState state =
        before.isEmpty() ? ReadState.NONE : known.map(Known::state).orElse(ReadState.NONE);
    try {
      ServerReading reading = asked.read(patientId, state);
      rest.over();
      (reading.failures().isEmpty() ? counts.whole : counts.inPart).increment();
      tell(subject, reading);
      keep(subject, reading, before, known);
    } catch (FhirServerException e) {
      counts.failed.increment();
      states.failed(subject.id(), clock.instant());
      boolean ofToken = tokens.isPresent() && e.kind() == Kind.UNAUTHORIZED;
      if (ofToken) {
        transactions.durable(() -> tokens.get().remove(subject.id()));
      } else if (e.kind().concernsServer()) {
        rest.after(e.kind().code(), e.askedWait(), clock.instant());
      }
      LOG.warn(
          "REC-003: subject {} could not be read from the FHIR server ({}); {}",
          subject.id(),
          e.kind().code(),
          before.isEmpty() ? "there is no copy of before" : "the copy of before is told");
    }
  }

  /// The copy and what it goes on from belong together: both are kept or none. Where another
  /// instance kept a reading meanwhile, that one stands.
  private void keep(
      Subject subject,
      ServerReading reading,
      Optional<PatientRecord> before,
      Optional<Known> known) {
    transactions.durable(() -> {
      subjects.lock(subject.id());
      boolean moved = !states.find(subject.id()).map(Known::at).equals(known.map(Known::at));
      if (!moved && copies.keep(reading.onto(before.orElse(null)))) {
        states.put(subject.id(), new Known(reading.state(), clock.instant()));
      }
    });
  }

  private static void tell(Subject subject, ServerReading reading) {
    if (!reading.failures().isEmpty()) {
      LOG.warn(
          "REC-003: of subject {} the FHIR server did not give all ({}); these parts are told as"
              + " not available",
          subject.id(),
          reading.failures());
    }
    for (Problem problem : reading.problems()) {
      LOG.warn(
          "REC-001: of subject {} an entry of the FHIR server{}: {}; {}",
          subject.id(),
          problem.place().replaceAll("^.*(\\(\\w+)/[^)]*\\).*$", " $1)"),
          problem.what(),
          problem.wayOut());
    }
  }
}
