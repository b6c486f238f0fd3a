package org.healthassistant.evaluation.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.healthassistant.evaluation.traffic.Disruption;

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
/// @param messages after the last kill it goes on until so many were accepted, a fifth of them
///     emergencies
/// @param pauses how often the process stands still for longer than a dead worker is noticed in
/// @param databaseKills how often the database server is killed; 0 on the embedded one
/// @param cuts how often all connections to it are cut; 0 on the embedded one
/// @param companion whether a second instance works on the same database, to which nothing is
///     done
public record KillPlan(
    int kills,
    long seed,
    int webSenders,
    int smsSenders,
    Duration rest,
    int messages,
    int pauses,
    int databaseKills,
    int cuts,
    boolean companion) {

  /// Checks the counts.
  public KillPlan {
    if (kills < 1 || webSenders < 1 || smsSenders < 0) {
      throw new IllegalArgumentException(
          "kills and web senders must be >= 1, SMS senders >= 0, got " + kills + ", " + webSenders
              + ", " + smsSenders);
    }
    if (messages < 0 || pauses < 0 || databaseKills < 0 || cuts < 0) {
      throw new IllegalArgumentException("messages, pauses, databaseKills and cuts must be >= 0");
    }
  }

  /// Four patients by web and three senders by SMS; half a minute of rest, which is more than
  /// the service needs to notice a dead worker's task and do it again. From twenty kills on,
  /// the process also stands still once in twenty; nothing is done to the database server.
  public static KillPlan of(int kills, long seed) {
    return new KillPlan(kills, seed, 4, 3, Duration.ofSeconds(30), 0, kills / 20, 0, 0, false);
  }

  /// The same, and on the way so many messages at least.
  public KillPlan messages(int least) {
    return new KillPlan(
        kills, seed, webSenders, smsSenders, rest, least, pauses, databaseKills, cuts, companion);
  }

  /// The same with so many standstills.
  public KillPlan pauses(int often) {
    return new KillPlan(
        kills, seed, webSenders, smsSenders, rest, messages, often, databaseKills, cuts, companion);
  }

  /// The same beside a second instance on the same database server, whose process and connections
  /// are left alone: what one instance does not do, the other must.
  public KillPlan besideAnother() {
    return new KillPlan(
        kills, seed, webSenders, smsSenders, rest, messages, pauses, databaseKills, cuts, true);
  }

  /// The same, and the database server is killed once in twenty kills and its connections are cut
  /// once in ten, each at least once.
  public KillPlan onServer() {
    return new KillPlan(
        kills,
        seed,
        webSenders,
        smsSenders,
        rest,
        messages,
        pauses,
        Math.max(1, kills / 20),
        Math.max(1, kills / 10),
        companion);
  }

  /// How many messages are accepted between two blows, at least 1.
  int between() {
    return Math.max(1, messages / (kills + pauses + databaseKills + cuts));
  }

  /// All blows in the order in which they fall; the last is a kill.
  List<Disruption> disruptions() {
    var disruptions = new ArrayList<Disruption>();
    disruptions.addAll(Collections.nCopies(kills - 1, Disruption.KILLED));
    disruptions.addAll(Collections.nCopies(pauses, Disruption.PAUSED));
    disruptions.addAll(Collections.nCopies(databaseKills, Disruption.DATABASE_KILLED));
    disruptions.addAll(Collections.nCopies(cuts, Disruption.CUT_OFF));
    Collections.shuffle(disruptions, new Random(seed));
    disruptions.add(Disruption.KILLED);
    return List.copyOf(disruptions);
  }
}
