package org.healthassistant.evaluation.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /// @param blows from when to when the service was disturbed
  static PageTimes of(Stored stored, Outside outside, List<Disturbance> blows) {
    Map<String, Instant> first = new HashMap<>();
    Map<String, Integer> keys = new HashMap<>();
    for (Outside.Page page : outside.pages()) {
      first.putIfAbsent(page.escalation(), page.at());
      keys.merge(page.key(), 1, Integer::sum);
    }
    var undisturbed = new ArrayList<Double>();
    var across = new ArrayList<Double>();
    var held = new ArrayList<Double>();
    for (Stored.Escalation escalation : stored.escalations().values()) {
      Instant paged = first.get(escalation.id());
      if (escalation.level().equals("EMERGENCY") && paged != null) {
        double seconds = Duration.between(escalation.since(), paged).toMillis() / 1000.0;
        List<Disturbance> met =
            blows.stream().filter(b -> b.meets(escalation.since(), paged)).toList();
        boolean still = met.stream().anyMatch(b -> b.blow() == Blow.PAUSED);
        (met.isEmpty() ? undisturbed : still ? held : across).add(seconds);
      }
    }
    int all = keys.values().stream().mapToInt(Integer::intValue).sum();
    return new PageTimes(undisturbed, across, held, keys.size(), all - keys.size());
  }

  /// A time in which the service could not work as usual.
  record Disturbance(Blow blow, Instant from, Instant to) {
    boolean meets(Instant start, Instant end) {
      return !from.isAfter(end) && !to.isBefore(start);
    }
  }
}
