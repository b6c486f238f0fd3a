package org.healthassistant.evaluation.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plays conversations by web and SMS with a packaged service, kills it and disturbs it otherwise
/// at
/// drawn moments, starts it again on the same data, and judges once after the last start.
public final class KillRun {

  private static final Duration CALL = Duration.ofSeconds(30);
  private static final Duration PROGRESS = Duration.ofSeconds(30);
  private static final int AFTER_SEND_MILLIS = 2_000;
  private static final int START_MILLIS = 4_000;
  private static final double DURING_START = 0.2;
  private static final int EXAMPLES = 10;
  private static final String TIME_BUDGET = "assistant.turn.time-budget";

  /// Two instances on one database need the same.
  private static final String MASTER_KEY = "assistant.crypto.master-key";

  /// Longer than four missed heartbeats of five seconds: what it worked on is given to another.
  private static final Duration STANDSTILL = Duration.ofSeconds(25);

  /// After a start it may take as long as a conversation's lease until its next message is taken.
  private static final Duration FIRST_ACCEPTED = Duration.ofSeconds(60);

  private static final Duration ENOUGH = Duration.ofMinutes(10);

  private final KillPlan plan;
  private final ServiceOptions options;
  private final Outside outside;
  private final @Nullable PostgresServer server;
  private final Consumer<String> progress;
  private final SplittableRandom random;
  private final Ledger ledger = new Ledger();
  private final AtomicLong numbers = new AtomicLong();
  private final List<Duration> recoveries = new ArrayList<>();
  private final @Nullable ServiceProcess companion;
  private ServiceProcess service;
  private final List<PageTimes.Disturbance> blows = new ArrayList<>();
  private int kills;
  private int duringStart;

  private KillRun(
      KillPlan plan,
      ServiceOptions options,
      Outside outside,
      @Nullable PostgresServer server,
      Consumer<String> progress) {
    this.plan = plan;
    this.options = options;
    this.outside = outside;
    this.server = server;
    this.progress = progress;
    this.random = new SplittableRandom(plan.seed());
    this.service = ServiceProcess.start(options);
    this.companion =
        plan.companion() ? ServiceProcess.start(options.beside(besides(options))) : null;
  }

  /// Runs the plan.
  ///
  /// @param options the service; its data directory must be new
  /// @param server the database server of the options; null on the embedded one, to which nothing
  ///     can be done but with its process
  /// @param progress told of every kill, in one line
  /// @throws IOException if the service is not reached at the end
  /// @throws IllegalStateException if it does not start
  public static KillResult run(
      KillPlan plan,
      ServiceOptions options,
      @Nullable PostgresServer server,
      Consumer<String> progress)
      throws IOException {
    if (server == null && plan.databaseKills() + plan.cuts() > 0) {
      throw new IllegalArgumentException("an embedded database cannot be killed by itself");
    }
    try (Outside outside = Outside.open()) {
      var patients = LoadPatients.write(
          options.dataDirectory().resolveSibling(options.dataDirectory().getFileName() + "-people"),
          plan.webSenders());
      ServiceOptions wired = outside
          .around(options.startingQuickly())
          .with("assistant.record.directory", patients.toString())
          .with(TIME_BUDGET, "5s")
          .with(MASTER_KEY, Base64.getEncoder().encodeToString(new byte[32]))
          .with(LoadPatients.PACE, LoadPatients.UNBOUND);
      return new KillRun(plan, wired, outside, server, progress).play();
    }
  }

  private KillResult play() throws IOException {
    var goOn = new AtomicBoolean(true);
    var doors = new Doors(new AssistantClient(service.baseUrl(), CALL), service.access());
    try {
      ExecutorService actors = Executors.newVirtualThreadPerTaskExecutor();
      try {
        cast(service, doors, goOn).forEach(actors::execute);
        if (companion != null) {
          var others =
              new Doors(new AssistantClient(companion.baseUrl(), CALL), companion.access());
          cast(companion, others, goOn).forEach(actors::execute);
        }
        for (Blow blow : plan.blows()) {
          strike(blow);
        }
        awaitAccepted(1);
        awaitEnough();
        goOn.set(false);
        actors.close();
      } finally {
        // Where the run has failed, what cannot be brought in any more must not be waited for.
        goOn.set(false);
        actors.shutdownNow();
      }
      settle(doors);
      Transcripts transcripts = Transcripts.read(ledger.sends(), doors);
      service.stop();
      if (companion != null) {
        companion.stop();
      }
      Stored stored = Stored.read(options);
      return result(
          new Judge(transcripts, stored, outside).judge(ledger.sends()),
          PageTimes.of(stored, outside, blows));
    } finally {
      service.stop();
      if (companion != null) {
        companion.stop();
      }
    }
  }

  private static Path besides(ServiceOptions options) {
    return options
        .dataDirectory()
        .resolveSibling(options.dataDirectory().getFileName() + "-companion");
  }

  private List<Actor> cast(ServiceProcess on, Doors doors, AtomicBoolean goOn) {
    var actors = new ArrayList<Actor>();
    for (int i = 0; i < plan.webSenders() + plan.smsSenders(); i++) {
      boolean web = i < plan.webSenders();
      actors.add(new Actor(
          web ? Send.Channel.WEB : Send.Channel.SMS,
          web ? on.access().patients().get(i).id() : "",
          doors,
          ledger,
          numbers,
          random.split(),
          goOn::get));
    }
    return actors;
  }

  /// Lets so much be accepted that the plan's messages are spread over its blows, waits for the
  /// next
  /// try and a drawn while, and strikes.
  private void strike(Blow blow) throws IOException {
    if (blow == Blow.KILLED && kills >= plan.kills()) {
      return;
    }
    awaitAccepted(plan.between());
    long attempts = ledger.attempts();
    Waiting.until(PROGRESS, () -> ledger.attempts() > attempts);
    Waiting.pause(Duration.ofMillis(random.nextInt(AFTER_SEND_MILLIS + 1)));
    Instant from = now();
    switch (blow) {
      case KILLED -> killed();
      case PAUSED -> {
        service.pause();
        Waiting.pause(STANDSTILL);
        service.goOn();
      }
      case DATABASE_KILLED -> Objects.requireNonNull(server).killAndRestart();
      case CUT_OFF -> Objects.requireNonNull(server).cutConnections();
    }
    blows.add(new PageTimes.Disturbance(blow, from, now()));
    progress.accept(String.format(
        Locale.ROOT,
        "%s (kill %d of %d), %d messages accepted, %d emergencies",
        blow,
        kills,
        plan.kills(),
        ledger.acceptedCount(),
        ledger.acceptedEmergencies()));
  }

  private void killed() {
    long from = System.nanoTime();
    service.kill();
    kills++;
    service = ServiceProcess.launch(options);
    if (kills < plan.kills() - 1 && random.nextDouble() < DURING_START) {
      Waiting.pause(Duration.ofMillis(random.nextInt(START_MILLIS)));
      service.kill();
      kills++;
      duringStart++;
      service = ServiceProcess.launch(options);
    }
    service.awaitReady();
    recoveries.add(Duration.ofNanos(System.nanoTime() - from));
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private void awaitAccepted(int messages) {
    long accepted = ledger.acceptedCount();
    if (!Waiting.until(FIRST_ACCEPTED, () -> ledger.acceptedCount() >= accepted + messages)) {
      throw new IllegalStateException((ledger.acceptedCount() - accepted)
          + " messages were accepted in the " + FIRST_ACCEPTED.toSeconds() + " s after a start");
    }
  }

  private void awaitEnough() {
    Waiting.until(
        ENOUGH,
        () -> ledger.acceptedCount() >= plan.messages()
            && ledger.acceptedEmergencies() >= plan.messages() / 5);
  }

  /// Waits until nothing is missing any more, or nothing has come for the plan's rest.
  private void settle(Doors doors) {
    var came = new AtomicLong(System.nanoTime());
    var open = new AtomicLong(Long.MAX_VALUE);
    Waiting.until(plan.rest().multipliedBy(4), () -> {
      long missing = missing(doors);
      if (missing < open.get()) {
        open.set(missing);
        came.set(System.nanoTime());
      }
      long quiet = System.nanoTime() - Math.max(came.get(), outside.lastNanos());
      return missing == 0 || quiet > plan.rest().toNanos();
    });
    progress.accept("at rest, " + missing(doors) + " replies, texts or pages missing");
  }

  private long missing(Doors doors) {
    Waiting.pause(Duration.ofMillis(250));
    var told = outside.texts().stream().map(Outside.Text::to).toList();
    long texts = ledger.acceptedSends().stream()
        .filter(send -> send.channel() == Send.Channel.SMS && !told.contains(send.sender()))
        .count();
    try {
      return texts
          + Transcripts.read(ledger.sends(), doors).open().size()
          + doors.unnotified(service.access().providers().getFirst().token());
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private KillResult result(List<Judge.Found> found, PageTimes pages) {
    var faults = new HashMap<String, Long>();
    Judge.counts(found).forEach((fault, count) -> faults.put(fault.label(), count));
    List<Send> sends = ledger.sends();
    return new KillResult(
        options.database() instanceof Database.EmbeddedH2 ? "h2" : "postgresql",
        kills,
        duringStart,
        sends.size(),
        (int) sends.stream().filter(Send::wasAccepted).count(),
        (int) sends.stream().filter(send -> send.attempts() > 1).count(),
        (int) ledger.acceptedEmergencies(),
        blows.stream().collect(Collectors.groupingBy(b -> b.blow().name(), Collectors.counting())),
        recoveries,
        pages,
        faults,
        found.stream()
            .filter(f -> f.fault().fails())
            .limit(EXAMPLES)
            .map(f -> f.fault().label() + ": " + f.id())
            .toList());
  }
}
