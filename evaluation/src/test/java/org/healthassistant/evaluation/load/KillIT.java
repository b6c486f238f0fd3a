package org.healthassistant.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Kills the packaged service at six drawn moments of turns by web and SMS, three on each database;
/// `load --kill` does sixty.
class KillIT {

  private static final long SEED = 20261124;
  private static final KillPlan PLAN = new KillPlan(3, SEED, 3, 2, Duration.ofSeconds(30));

  @Test
  void losesAndDoublesNothingOnH2() throws IOException {
    judge(ServiceOptions.packaged());
  }

  @Test
  void losesAndDoublesNothingOnPostgres() throws IOException {
    try (var server = PostgresServer.open()) {
      judge(ServiceOptions.packaged().on(server.create("kill_it")));
    }
  }

  private static void judge(ServiceOptions options) throws IOException {
    KillResult result = KillRun.run(PLAN, options, System.out::println);
    System.out.println(result.shown() + ", faults " + result.faults() + ", seed " + SEED);
    assertThat(result.accepted()).isPositive();
    assertThat(result.failed()).as("seed %d: %s", SEED, result.examples()).isFalse();
  }
}
