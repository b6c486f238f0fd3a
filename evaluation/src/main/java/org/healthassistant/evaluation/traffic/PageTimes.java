package org.healthassistant.evaluation.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.service.DatabaseSnapshot;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;

/// How long emergencies waited for their first page, from the moment their message was stored.
///
/// @param undisturbed in seconds, where nothing was done to the service in between
/// @param across in seconds, where something was killed or cut off
/// @param held in seconds, where the process was held still
/// @param pages how many different pages came
/// @param repeated how many came again
public record PageTimes(
    List<Double> undisturbed, List<Double> across, List<Double> held, int pages, int repeated) {

  /// Copies the lists.
  public PageTimes {
    undisturbed = List.copyOf(undisturbed);
    across = List.copyOf(across);
    held = List.copyOf(held);
  }

  /// @param disruptions from when to when the service was disturbed
  public static PageTimes of(
      DatabaseSnapshot snapshot, StubbedOutsideWorld outside, List<Disturbance> disruptions) {
    Map<String, Instant> first = new HashMap<>();
    Map<String, Integer> keys = new HashMap<>();
    for (StubbedOutsideWorld.Page page : outside.pages()) {
      first.putIfAbsent(page.escalation(), page.at());
      keys.merge(page.key(), 1, Integer::sum);
    }
    var undisturbed = new ArrayList<Double>();
    var across = new ArrayList<Double>();
    var held = new ArrayList<Double>();
    for (DatabaseSnapshot.Escalation escalation : snapshot.escalations().values()) {
      Instant paged = first.get(escalation.id());
      if (escalation.level().equals("EMERGENCY") && paged != null) {
        double seconds = Duration.between(escalation.since(), paged).toMillis() / 1000.0;
        List<Disturbance> met =
            disruptions.stream().filter(b -> b.meets(escalation.since(), paged)).toList();
        boolean still = met.stream().anyMatch(b -> b.disruption() == Disruption.PAUSED);
        (met.isEmpty() ? undisturbed : still ? held : across).add(seconds);
      }
    }
    int all = keys.values().stream().mapToInt(Integer::intValue).sum();
    return new PageTimes(undisturbed, across, held, keys.size(), all - keys.size());
  }

  /// A time in which the service could not work as usual.
  public record Disturbance(Disruption disruption, Instant from, Instant to) {
    boolean meets(Instant start, Instant end) {
      return !from.isAfter(end) && !to.isBefore(start);
    }
  }
}
