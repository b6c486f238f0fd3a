package org.healthassistant.evaluation.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.healthassistant.evaluation.service.PostgresServer;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Kills the packaged service at ten drawn moments of turns by web and SMS, five on each
/// database, both at the same time, and PostgreSQL itself once; `load --kill` does many more.
class KillIT {

  private static final long SEED = 20261124;
  private static final KillPlan PLAN =
      new KillPlan(5, SEED, 3, 2, Duration.ofSeconds(25), 0, 0, 0, 0, false);

  @Test
  void losesAndDoublesNothingOnEitherDatabase() throws Exception {
    try (var server = PostgresServer.open();
        var runs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<KillResult>> both = List.of(
          () -> run(PLAN, ServiceOptions.packaged(), null),
          () ->
              run(PLAN.onServer(), ServiceOptions.packaged().on(server.create("kill_it")), server));
      for (Future<KillResult> run : runs.invokeAll(both)) {
        KillResult result = run.get();
        assertThat(result.accepted()).isPositive();
        assertThat(result.failed())
            .as("%s, seed %d: %s", result.database(), SEED, result.examples())
            .isFalse();
      }
    }
  }

  private static KillResult run(
      KillPlan plan, ServiceOptions options, @Nullable PostgresServer server) throws Exception {
    KillResult result = KillRun.run(plan, options, server, line -> {}, Clock.systemUTC());
    System.out.println(
        result.database() + ": " + result.shown() + ", " + result.violations() + ", seed " + SEED);
    return result;
  }
}
