package org.healthassistant.evaluation.kill;

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
import org.healthassistant.evaluation.load.LoadPlan;
import org.healthassistant.evaluation.load.LoadRun;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.Database;
import org.healthassistant.evaluation.service.DatabaseSnapshot;
import org.healthassistant.evaluation.service.PostgresServer;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.healthassistant.evaluation.service.Waiting;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;
import org.healthassistant.evaluation.traffic.Disruption;
import org.healthassistant.evaluation.traffic.LoadPatients;
import org.healthassistant.evaluation.traffic.PageTimes;
import org.healthassistant.evaluation.traffic.Send;
import org.healthassistant.evaluation.traffic.SendLog;
import org.healthassistant.evaluation.traffic.ServiceChannels;
import org.healthassistant.evaluation.traffic.Transcripts;
import org.healthassistant.evaluation.traffic.VirtualUser;
import org.jspecify.annotations.Nullable;

/// Plays conversations by web and SMS with a packaged service, kills it and disturbs it
/// otherwise at drawn moments, starts it again on the same data, and judges once after the last
/// start.
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

  /// The first run of the service, which only fills its cache of classes.
  private static final LoadPlan WARM_UP = new LoadPlan(4, Duration.ofSeconds(5), 0.5, 0.5, 1);

  private static final Duration ENOUGH = Duration.ofMinutes(10);

  private final KillPlan plan;
  private final ServiceOptions options;
  private final StubbedOutsideWorld outside;
  private final @Nullable PostgresServer server;
  private final Consumer<String> progress;
  private final SplittableRandom random;
  private final SendLog log = new SendLog();
  private final AtomicLong numbers = new AtomicLong();
  private final List<Duration> recoveries = new ArrayList<>();
  private final @Nullable ServiceProcess companion;
  private ServiceProcess service;
  private final List<PageTimes.Disturbance> disruptions = new ArrayList<>();
  private int kills;
  private int duringStart;

  private KillRun(
      KillPlan plan,
      ServiceOptions options,
      StubbedOutsideWorld outside,
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
  /// @param clock the real time, by which waits are told from the database
  /// @throws IOException if the service is not reached at the end
  /// @throws IllegalStateException if it does not start
  public static KillResult run(
      KillPlan plan,
      ServiceOptions options,
      @Nullable PostgresServer server,
      Consumer<String> progress,
      Clock clock)
      throws IOException {
    if (server == null && plan.databaseKills() + plan.cuts() > 0) {
      throw new IllegalArgumentException("an embedded database cannot be killed by itself");
    }
    try (StubbedOutsideWorld outside = StubbedOutsideWorld.open(clock)) {
      var patients = LoadPatients.write(
          options.dataDirectory().resolveSibling(options.dataDirectory().getFileName() + "-people"),
          plan.webSenders());
      ServiceOptions wired = outside
          .around(options.startingQuickly(
              warming -> LoadRun.run(WARM_UP, warming, LoadRun.Progress.NONE, clock)))
          .with("assistant.record.directory", patients.toString())
          .with(TIME_BUDGET, "5s")
          .with(MASTER_KEY, Base64.getEncoder().encodeToString(new byte[32]))
          .with(LoadPatients.PACE, LoadPatients.UNBOUND);
      return new KillRun(plan, wired, outside, server, progress).play();
    }
  }

  private KillResult play() throws IOException {
    var goOn = new AtomicBoolean(true);
    var channels =
        new ServiceChannels(new AssistantClient(service.baseUrl(), CALL), service.access());
    try {
      ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
      try {
        cast(service, channels, goOn).forEach(users::execute);
        if (companion != null) {
          var others = new ServiceChannels(
              new AssistantClient(companion.baseUrl(), CALL), companion.access());
          cast(companion, others, goOn).forEach(users::execute);
        }
        for (Disruption disruption : plan.disruptions()) {
          strike(disruption);
        }
        awaitAccepted(1);
        awaitEnough();
        goOn.set(false);
        users.close();
      } finally {
        // Where the run has failed, what cannot be brought in any more must not be waited for.
        goOn.set(false);
        users.shutdownNow();
      }
      settle(channels);
      Transcripts transcripts = Transcripts.read(log.sends(), channels);
      service.stop();
      if (companion != null) {
        companion.stop();
      }
      DatabaseSnapshot snapshot = DatabaseSnapshot.read(options, outside.now());
      return result(
          new InvariantChecker(transcripts, snapshot, outside).check(log.sends()),
          PageTimes.of(snapshot, outside, disruptions));
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

  private List<VirtualUser> cast(ServiceProcess on, ServiceChannels channels, AtomicBoolean goOn) {
    var users = new ArrayList<VirtualUser>();
    for (int i = 0; i < plan.webSenders() + plan.smsSenders(); i++) {
      boolean web = i < plan.webSenders();
      users.add(new VirtualUser(
          web ? Send.Channel.WEB : Send.Channel.SMS,
          web ? on.access().patients().get(i).id() : "",
          channels,
          log,
          numbers,
          random.split(),
          goOn::get));
    }
    return users;
  }

  /// Lets so much be accepted that the plan's messages are spread over its blows, waits for the
  /// next try and a drawn while, and strikes.
  private void strike(Disruption disruption) throws IOException {
    if (disruption == Disruption.KILLED && kills >= plan.kills()) {
      return;
    }
    awaitAccepted(plan.between());
    long attempts = log.attempts();
    Waiting.until(PROGRESS, () -> log.attempts() > attempts);
    Waiting.pause(Duration.ofMillis(random.nextInt(AFTER_SEND_MILLIS + 1)));
    Instant from = outside.now();
    switch (disruption) {
      case KILLED -> killed();
      case PAUSED -> {
        service.pause();
        Waiting.pause(STANDSTILL);
        service.goOn();
      }
      case DATABASE_KILLED -> Objects.requireNonNull(server).killAndRestart();
      case CUT_OFF -> Objects.requireNonNull(server).cutConnections();
    }
    disruptions.add(new PageTimes.Disturbance(disruption, from, outside.now()));
    progress.accept(String.format(
        Locale.ROOT,
        "%s (kill %d of %d), %d messages accepted, %d emergencies",
        disruption,
        kills,
        plan.kills(),
        log.acceptedCount(),
        log.acceptedEmergencies()));
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

  private void awaitAccepted(int messages) {
    long accepted = log.acceptedCount();
    if (!Waiting.until(FIRST_ACCEPTED, () -> log.acceptedCount() >= accepted + messages)) {
      throw new IllegalStateException((log.acceptedCount() - accepted)
          + " messages were accepted in the " + FIRST_ACCEPTED.toSeconds() + " s after a start");
    }
  }

  private void awaitEnough() {
    Waiting.until(
        ENOUGH,
        () -> log.acceptedCount() >= plan.messages()
            && log.acceptedEmergencies() >= plan.messages() / 5);
  }

  /// Waits until nothing is missing any more, or nothing has come for the plan's rest.
  private void settle(ServiceChannels channels) {
    var came = new AtomicLong(System.nanoTime());
    var open = new AtomicLong(Long.MAX_VALUE);
    Waiting.until(plan.rest().multipliedBy(4), () -> {
      long missing = missing(channels);
      if (missing < open.get()) {
        open.set(missing);
        came.set(System.nanoTime());
      }
      long quiet = System.nanoTime() - Math.max(came.get(), outside.lastNanos());
      return missing == 0 || quiet > plan.rest().toNanos();
    });
    progress.accept("at rest, " + missing(channels) + " replies, texts or pages missing");
  }

  private long missing(ServiceChannels channels) {
    Waiting.pause(Duration.ofMillis(250));
    var told = outside.texts().stream().map(StubbedOutsideWorld.Text::to).toList();
    long texts = log.acceptedSends().stream()
        .filter(send -> send.channel() == Send.Channel.SMS && !told.contains(send.sender()))
        .count();
    try {
      return texts
          + Transcripts.read(log.sends(), channels).open().size()
          + channels.unnotified(service.access().providers().getFirst().token());
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private KillResult result(List<InvariantChecker.Finding> found, PageTimes pages) {
    var violations = new HashMap<String, Long>();
    InvariantChecker.counts(found)
        .forEach((violation, count) -> violations.put(violation.label(), count));
    List<Send> sends = log.sends();
    return new KillResult(
        options.database() instanceof Database.EmbeddedH2 ? "h2" : "postgresql",
        kills,
        duringStart,
        sends.size(),
        (int) sends.stream().filter(Send::wasAccepted).count(),
        (int) sends.stream().filter(send -> send.attempts() > 1).count(),
        (int) log.acceptedEmergencies(),
        disruptions.stream()
            .collect(Collectors.groupingBy(b -> b.disruption().name(), Collectors.counting())),
        recoveries,
        pages,
        violations,
        found.stream()
            .filter(f -> f.violation().fails())
            .limit(EXAMPLES)
            .map(f -> f.violation().label() + ": " + f.id())
            .toList());
  }
}
