package org.healthassistant.evaluation.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.DatabaseSnapshot;
import org.healthassistant.evaluation.service.DemoAccess;
import org.healthassistant.evaluation.service.ResidentMemory;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.healthassistant.evaluation.service.Waiting;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;
import org.healthassistant.evaluation.traffic.LoadPatients;
import org.healthassistant.evaluation.traffic.MessageGenerator;
import org.healthassistant.evaluation.traffic.PageTimes;
import org.healthassistant.evaluation.traffic.Send;
import org.healthassistant.evaluation.traffic.SendLog;
import org.healthassistant.evaluation.traffic.ServiceChannels;

/// Sends messages to a packaged service at a fixed rate and measures from the planned moments, so
/// that a slow service cannot hide by slowing its senders.
public final class LoadRun {

  /// Told how far it has come.
  public interface Progress {

    /// Tells nobody.
    Progress NONE = new Progress() {
      @Override
      public void at(long done, long total) {}

      @Override
      public void say(String line) {}
    };

    /// So many of so many messages are answered.
    void at(long done, long total);

    /// Something worth a line of its own.
    void say(String line);
  }

  private static final Duration CALL = Duration.ofSeconds(60);
  private static final Duration TEXTS = Duration.ofSeconds(30);
  private static final long MINUTE = 60;

  /// As the widget and a gateway do, which hear that the service is busy.
  private static final int TRIES = 10;

  private static final Duration BEFORE_AGAIN = Duration.ofSeconds(1);

  private final LoadPlan plan;
  private final ServiceProcess service;
  private final StubbedOutsideWorld outside;
  private final ServiceChannels channels;
  private final Progress progress;
  private final SendLog log = new SendLog();
  private final Map<String, Integer> failed = new ConcurrentHashMap<>();
  private final Map<Send, Long> planned = new ConcurrentHashMap<>();
  private final AtomicLong payload = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicInteger again = new AtomicInteger();
  private final List<LoadResult.Growth> growth = new ArrayList<>();

  private LoadRun(
      LoadPlan plan, ServiceProcess service, StubbedOutsideWorld outside, Progress progress) {
    this.plan = plan;
    this.service = service;
    this.outside = outside;
    this.channels =
        new ServiceChannels(new AssistantClient(service.baseUrl(), CALL), service.access());
    this.progress = progress;
  }

  /// Starts the service, runs the plan and stops the service.
  ///
  /// @param options the service; its data directory must be new
  /// @param clock the real time, by which waits are told from the database
  /// @throws IOException if the conversations cannot be opened
  public static LoadResult run(
      LoadPlan plan, ServiceOptions options, Progress progress, Clock clock) throws IOException {
    Path data = options.dataDirectory();
    Path people =
        LoadPatients.write(data.resolveSibling(data.getFileName() + "-people"), plan.patients());
    try (StubbedOutsideWorld outside = StubbedOutsideWorld.open(clock);
        ServiceProcess service = ServiceProcess.start(
            outside.around(options).with("assistant.record.directory", people.toString()))) {
      return new LoadRun(plan, service, outside, progress).play();
    }
  }

  private LoadResult play() throws IOException {
    List<String> patients =
        service.access().patients().stream().map(DemoAccess.Caller::id).toList();
    for (String patient : patients) {
      channels.conversation(patient);
    }
    var random = new SplittableRandom(plan.seed());
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < plan.messages(); i++) {
        Send send = draw(random, patients, i);
        long moment = start + (long) (i / plan.rate() * 1e9);
        planned.put(send, moment);
        Waiting.pause(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
        watch(start);
        senders.execute(() -> bring(send));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Waiting.until(
        TEXTS,
        () -> outside.texts().stream()
                .map(StubbedOutsideWorld.Text::to)
                .distinct()
                .count()
            >= accepted(Send.Channel.SMS).stream().map(Send::sender).distinct().count());
    growth.add(grown(start));
    long resident = ResidentMemory.megabytes(service.pid());
    service.stop();
    PageTimes pages =
        PageTimes.of(DatabaseSnapshot.read(service.options(), outside.now()), outside, List.of());
    return result(seconds, resident, pages);
  }

  private Send draw(SplittableRandom random, List<String> patients, int number) throws IOException {
    MessageGenerator.Words words = MessageGenerator.draw(random, number, plan.emergencies());
    String id = String.format(Locale.ROOT, "load-%08d", number);
    if (random.nextDouble() < plan.smsShare()) {
      return new Send(Send.Channel.SMS, LoadPatients.phone(number), "", id, words);
    }
    String patient = patients.get(number % patients.size());
    return new Send(Send.Channel.WEB, patient, channels.conversation(patient), id, words);
  }

  private void bring(Send send) {
    log.enter(send);
    try {
      for (int tries = 1; !send.wasAccepted() && tries <= TRIES; tries++) {
        if (tries > 1) {
          again.incrementAndGet();
          Waiting.pause(BEFORE_AGAIN);
        }
        if (channels.attempt(send)) {
          payload.addAndGet(send.payloadBytes());
        }
      }
      if (!send.wasAccepted()) {
        failed.merge("not accepted", 1, Integer::sum);
      }
    } catch (IllegalStateException e) {
      failed.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
    }
    progress.at(done.incrementAndGet(), plan.messages());
  }

  private void watch(long start) {
    long second = (System.nanoTime() - start) / 1_000_000_000;
    if (second >= MINUTE * (growth.size() + 1)) {
      growth.add(grown(start));
      progress.say(growth.getLast().shown());
    }
  }

  private LoadResult.Growth grown(long start) {
    return new LoadResult.Growth(
        (System.nanoTime() - start) / 1_000_000_000, fileBytes(), payload.get());
  }

  /// The embedded database's files; 0 on a server.
  private long fileBytes() {
    try (Stream<Path> files = Files.walk(service.options().dataDirectory(), 2)) {
      long sum = 0;
      for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
        sum += Files.size(file);
      }
      return sum;
    } catch (IOException e) {
      return 0;
    }
  }

  private LoadResult result(double seconds, long resident, PageTimes pages) {
    return new LoadResult(
        millis(accepted(Send.Channel.WEB)),
        millis(accepted(Send.Channel.SMS)),
        textMillis(),
        failed,
        again.get(),
        seconds,
        resident,
        pages,
        growth);
  }

  private List<Send> accepted(Send.Channel channel) {
    return log.acceptedSends().stream()
        .filter(send -> send.channel() == channel)
        .toList();
  }

  private List<Double> millis(List<Send> sends) {
    return sends.stream()
        .map(send -> (send.acceptedNanos() - planned.getOrDefault(send, 0L)) / 1e6)
        .toList();
  }

  /// Texts are told apart by number; where a number wrote twice only its first text counts.
  private List<Double> textMillis() {
    var first = new HashMap<String, Long>();
    outside.texts().forEach(text -> first.putIfAbsent(text.to(), text.nanos()));
    var seen = new HashMap<String, Double>();
    for (Send send : accepted(Send.Channel.SMS)) {
      Long at = first.get(send.sender());
      if (at != null) {
        seen.putIfAbsent(send.sender(), (at - planned.getOrDefault(send, 0L)) / 1e6);
      }
    }
    return List.copyOf(seen.values());
  }
}
