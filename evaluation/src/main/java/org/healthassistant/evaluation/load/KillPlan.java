package org.healthassistant.evaluation.load;

import java.time.Duration;

/// How a run with kills goes.
///
/// The seed fixes the moments of the kills and what is written; how these meet is up to the
/// machine.
///
/// @param kills how often the process is killed, at least 1
/// @param seed of everything drawn
/// @param webSenders how many patients write by web at a time
/// @param smsSenders how many senders write by SMS at a time
/// @param rest how long nothing may happen before everything still missing counts as never coming
public record KillPlan(int kills, long seed, int webSenders, int smsSenders, Duration rest) {

  /// Checks the counts.
  public KillPlan {
    if (kills < 1 || webSenders < 1 || smsSenders < 0) {
      throw new IllegalArgumentException(
          "kills and web senders must be >= 1, SMS senders >= 0, got " + kills + ", " + webSenders
              + ", " + smsSenders);
    }
  }

  /// Four patients by web and three senders by SMS; half a minute of rest, which is more than the
  /// service needs to notice a dead worker's task and do it again.
  public static KillPlan of(int kills, long seed) {
    return new KillPlan(kills, seed, 4, 3, Duration.ofSeconds(30));
  }
}
