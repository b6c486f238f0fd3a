package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.kill.KillPlan;
import org.healthassistant.evaluation.kill.KillResult;
import org.healthassistant.evaluation.kill.KillRun;
import org.healthassistant.evaluation.load.Bench;
import org.healthassistant.evaluation.load.LoadPlan;
import org.healthassistant.evaluation.load.LoadResult;
import org.healthassistant.evaluation.load.LoadRun;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.service.Database;
import org.healthassistant.evaluation.service.PostgresServer;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "load",
    description = {
      "Drives the packaged service.",
      "Without --kill: messages at a fixed rate, latencies and throughput.",
      "With --kill: kills the process at drawn moments and judges what was lost; ends with 1 when"
          + " anything was."
    },
    footer = {
      "",
      "Example: evaluation load --rate 20 --seconds 60",
      "Example: evaluation load --kill --kills 60 --seed 7",
      "Example: evaluation load --soak --rate 50 --seconds 900"
    })
final class LoadCommand implements Callable<Integer> {

  /// What the service is started on.
  enum On {
    H2,
    POSTGRESQL,
    BOTH
  }

  @Option(names = "--jar", description = "the service's jar (default: the packaged one)")
  private @Nullable Path jar;

  @Option(
      names = "--database",
      description =
          "h2, postgresql or both (default: h2, with --kill both: half of the kills on each, one"
              + " after the other)")
  private @Nullable On database;

  @Option(
      names = "--rate",
      defaultValue = "10",
      description = "messages begun a second (default 10)")
  private double rate;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "how long messages are begun (default 30)")
  private int seconds;

  @Option(
      names = "--sms-share",
      defaultValue = "0.3",
      description = "the share that comes by SMS, 0 to 1 (default 0.3)")
  private double smsShare;

  @Option(
      names = "--emergencies",
      defaultValue = "0.02",
      description = "the share that are emergencies, 0 to 1 (default 0.02)")
  private double emergencies;

  @Option(
      names = "--soak",
      description = "also report, minute by minute, how the database's file grows with the payload")
  private boolean soak;

  @Option(names = "--kill", description = "kill the process at drawn moments")
  private boolean kill;

  @Option(
      names = "--kills",
      defaultValue = "60",
      description = "how often, on all databases together (default 60)")
  private int kills;

  @Option(
      names = "--messages",
      defaultValue = "0",
      description = "with --kill: go on until so many were accepted on each database (default 0)")
  private int messages;

  @Option(
      names = "--pauses",
      description =
          "with --kill: how often the process stands still for longer than a dead worker is noticed"
              + " in (default: one in twenty kills)")
  private @Nullable Integer pauses;

  @Option(
      names = "--companion",
      description = "with --kill: a second instance works on the same PostgreSQL and is left alone")
  private boolean companion;

  @Option(
      names = "--seed",
      defaultValue = "20261124",
      description = "of everything drawn (default 20261124)")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting of the service; may be repeated")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--bench",
      hidden = true,
      description = "one search and one turn beside bare parts")
  private boolean bench;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException {
    if (bench) {
      return results.finish(Bench.measure(options(), Clock.systemUTC()), "");
    }
    return kill ? killed() : loaded();
  }

  private int killed() throws IOException {
    On on = database == null ? On.BOTH : database;
    int half = on == On.BOTH ? Math.max(1, kills / 2) : kills;
    var found = new ArrayList<KillResult>();
    if (on != On.POSTGRESQL) {
      found.add(kill(half, options(), null));
    }
    if (on != On.H2) {
      try (var server = PostgresServer.open()) {
        int rest = on == On.BOTH ? Math.max(1, kills - half) : kills;
        found.add(kill(rest, options().on(server.create("kill")), server));
      }
    }
    found.forEach(result -> result.examples().forEach(System.err::println));
    int exit = results.finish(KillResult.outcome(found, seed), "");
    return found.stream().anyMatch(KillResult::failed) ? 1 : exit;
  }

  private KillResult kill(int count, ServiceOptions options, @Nullable PostgresServer server)
      throws IOException {
    KillPlan plan = KillPlan.of(count, seed).messages(messages);
    plan = pauses == null ? plan : plan.pauses(pauses);
    plan = companion && server != null ? plan.besideAnother() : plan;
    String name = options.database() instanceof Database.Postgres ? "postgresql" : "h2";
    System.err.println(name + ": data in " + options.dataDirectory() + ", seed " + seed);
    return KillRun.run(
        server == null ? plan : plan.onServer(),
        options,
        server,
        line -> System.err.println(name + ": " + line),
        Clock.systemUTC());
  }

  private int loaded() throws IOException {
    var plan = new LoadPlan(rate, Duration.ofSeconds(seconds), smsShare, emergencies, seed);
    if (database == On.POSTGRESQL) {
      try (var server = PostgresServer.open()) {
        return loaded(plan, options().on(server.create("load")));
      }
    }
    return loaded(plan, options());
  }

  private int loaded(LoadPlan plan, ServiceOptions options) throws IOException {
    LoadResult result;
    try (var progress = new ConsoleProgress("messages")) {
      result = LoadRun.run(plan, options, progress, Clock.systemUTC());
    }
    result.failed().forEach((what, count) -> System.err.println("failed: " + what + ": " + count));
    if (soak) {
      result.growth().forEach(growth -> System.out.println(growth.shown()));
    }
    int exit = results.finish(result.outcome(facts(options)), "");
    return result.failures() > 0 ? 1 : exit;
  }

  private Map<String, String> facts(ServiceOptions options) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(Outcome.VARIANT, soak ? "soak" : "load");
    facts.put("database", options.database() instanceof Database.Postgres ? "postgresql" : "h2");
    facts.put("rate", String.valueOf(rate));
    facts.put("seconds", String.valueOf(seconds));
    facts.put("SMS share", String.valueOf(smsShare));
    facts.put("emergencies", String.valueOf(emergencies));
    facts.put("seed", String.valueOf(seed));
    return facts;
  }

  private ServiceOptions options() {
    ServiceOptions options = jar == null ? ServiceOptions.packaged() : ServiceOptions.of(jar);
    for (var setting : settings.entrySet()) {
      options = options.with(setting.getKey(), setting.getValue());
    }
    return options;
  }
}
