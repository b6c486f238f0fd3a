package org.healthassistant.evaluation.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.traffic.PageTimes;

/// What a run with kills found.
///
/// @param database its name
/// @param kills how often the process was killed, starts included
/// @param duringStart how many of them while it was starting
/// @param sent messages begun
/// @param accepted messages the service said it has
/// @param retried messages that needed more than one try
/// @param emergencies how many of those accepted were emergencies
/// @param disruptions how often what was done to it
/// @param recoveries from each kill until the service was ready again
/// @param pages how long emergencies waited for their first page
/// @param violations how often each fault was found; absent means never
/// @param examples a few faults with the ids of their messages
public record KillResult(
    String database,
    int kills,
    int duringStart,
    int sent,
    int accepted,
    int retried,
    int emergencies,
    Map<String, Long> disruptions,
    List<Duration> recoveries,
    PageTimes pages,
    Map<String, Long> violations,
    List<String> examples) {

  /// Copies the lists.
  public KillResult {
    disruptions = Map.copyOf(disruptions);
    recoveries = List.copyOf(recoveries);
    violations = Map.copyOf(violations);
    examples = List.copyOf(examples);
  }

  /// Whether anything was lost, doubled or left undone that must not be.
  public boolean failed() {
    return Arrays.stream(Violation.values())
        .anyMatch(
            violation -> violation.fails() && violations.getOrDefault(violation.label(), 0L) > 0);
  }

  /// The numbers of several runs together.
  public static Outcome outcome(List<KillResult> results, long seed) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(Outcome.VARIANT, "kill");
    facts.put("seed", String.valueOf(seed));
    results.forEach(result -> facts.put(result.database(), result.shown()));
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("kills", counted(results.stream().mapToLong(KillResult::kills).sum()));
    numbers.put(
        "messages accepted",
        counted(results.stream().mapToLong(r -> r.accepted()).sum()));
    numbers.put(
        "emergencies accepted",
        counted(results.stream().mapToLong(r -> r.emergencies()).sum()));
    for (Violation violation : Violation.values()) {
      long count = results.stream()
          .mapToLong(r -> r.violations().getOrDefault(violation.label(), 0L))
          .sum();
      numbers.put(violation.label(), counted(count));
    }
    var seconds = new ArrayList<Double>();
    results.forEach(r -> r.recoveries().forEach(d -> seconds.add(d.toMillis() / 1000.0)));
    var percentiles = Percentiles.of(seconds);
    numbers.put("recovery s p50", Interval.exactly(percentiles.at(0.5), seconds.size()));
    numbers.put("recovery s max", Interval.exactly(percentiles.at(1), seconds.size()));
    pages(results, numbers);
    return new Outcome("load", facts, numbers);
  }

  private static void pages(List<KillResult> results, Map<String, Interval> numbers) {
    var undisturbed = new ArrayList<Double>();
    var across = new ArrayList<Double>();
    var held = new ArrayList<Double>();
    results.forEach(result -> {
      undisturbed.addAll(result.pages().undisturbed());
      across.addAll(result.pages().across());
      held.addAll(result.pages().held());
    });
    long pages = results.stream().mapToLong(r -> r.pages().pages()).sum();
    long repeated = results.stream().mapToLong(r -> r.pages().repeated()).sum();
    numbers.put("different pages", counted(pages));
    numbers.put("pages repeated", counted(repeated));
    numbers.put(
        "duplicate page rate", counted(pages == 0 ? Double.NaN : (double) repeated / pages));
    var calm = Percentiles.of(undisturbed);
    numbers.put("first page s p50", Interval.exactly(calm.at(0.5), undisturbed.size()));
    numbers.put("first page s p99", Interval.exactly(calm.at(0.99), undisturbed.size()));
    var late = Percentiles.of(across);
    numbers.put("first page across a blow s p50", Interval.exactly(late.at(0.5), across.size()));
    numbers.put("first page across a blow s p99", Interval.exactly(late.at(0.99), across.size()));
    numbers.put(
        "first page across a standstill s max",
        Interval.exactly(Percentiles.of(held).at(1), held.size()));
  }

  /// One line.
  public String shown() {
    return String.format(
        Locale.ROOT,
        "%d kills (%d while starting), blows %s, %d messages begun, %d accepted (%d emergencies),"
            + " %d tried again",
        kills,
        duringStart,
        new TreeMap<>(disruptions),
        sent,
        accepted,
        emergencies,
        retried);
  }

  private static Interval counted(double count) {
    return Interval.exactly(count, 1);
  }
}
