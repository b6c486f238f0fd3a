package org.healthassistant.evaluation.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.healthassistant.assistant.safety.Level;

/// How well predictions meet their cases.
///
/// Recall of a level: the share of its cases given that level or a higher one. Under-triage:
/// given less than right; over-triage: more; `also` levels count as right. A false alarm is a
/// case that must not fire (category `none`, or any case at `SELF_CARE`) given `SAME_DAY` or
/// above.
///
/// @param lines each measure by its name, in reading order
/// @param missed ids of the cases given less than right
/// @param alarms ids of the false alarms
public record TriageReport(Map<String, Share> lines, List<String> missed, List<String> alarms) {

  /// Copies what it is given.
  public TriageReport {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    missed = List.copyOf(missed);
    alarms = List.copyOf(alarms);
  }

  private record Pair(TriageCase expected, Level given) {
    private boolean under() {
      return !given.atLeast(expected.level()) && !expected.right(given);
    }

    private boolean over() {
      return given.compareTo(expected.level()) > 0 && !expected.right(given);
    }

    private boolean quiet() {
      return expected.group().equals("none") || expected.level() == Level.SELF_CARE;
    }

    private boolean alarm() {
      return quiet() && given.atLeast(Level.SAME_DAY);
    }
  }

  /// Compares predictions with their cases, one for each, in the same order.
  static TriageReport of(List<TriageCase> cases, List<TriagePrediction> predictions) {
    var pairs = new ArrayList<Pair>();
    for (int at = 0; at < cases.size(); at++) {
      pairs.add(new Pair(cases.get(at), predictions.get(at).level()));
    }
    var lines = new LinkedHashMap<String, Share>();
    add(lines, "all", pairs);
    groups(
        lines,
        "language ",
        pairs,
        (pair, name) -> pair.expected().language().equals(name),
        languages(pairs));
    groups(
        lines,
        "category ",
        pairs,
        (pair, name) -> pair.expected().group().equals(name),
        categories(pairs));
    return new TriageReport(lines, ids(pairs, Pair::under), ids(pairs, Pair::alarm));
  }

  private static void add(Map<String, Share> lines, String name, List<Pair> pairs) {
    for (var level : List.of(Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE)) {
      var deserving =
          pairs.stream().filter(pair -> pair.expected().level() == level).toList();
      put(lines, name + ": recall " + level, deserving, pair -> !pair.under());
    }
    var emergencies = pairs.stream()
        .filter(pair -> pair.expected().level() == Level.EMERGENCY)
        .toList();
    put(
        lines,
        name + ": EMERGENCY found at SAME_DAY or above",
        emergencies,
        pair -> pair.given().atLeast(Level.SAME_DAY));
    put(
        lines,
        name + ": SAME_DAY called EMERGENCY",
        pairs.stream().filter(pair -> pair.expected().level() == Level.SAME_DAY).toList(),
        Pair::over);
    put(lines, name + ": four levels exact", pairs, pair -> pair.expected().right(pair.given()));
    put(lines, name + ": under-triage", pairs, Pair::under);
    put(lines, name + ": over-triage", pairs, Pair::over);
    put(lines, name + ": false alarms", pairs.stream().filter(Pair::quiet).toList(), Pair::alarm);
  }

  private static void groups(
      Map<String, Share> lines,
      String prefix,
      List<Pair> pairs,
      BiPredicate<Pair, String> in,
      TreeSet<String> names) {
    for (var name : names) {
      add(
          lines,
          prefix + name,
          pairs.stream().filter(pair -> in.test(pair, name)).toList());
    }
  }

  private static void put(
      Map<String, Share> lines, String name, List<Pair> pairs, Predicate<Pair> counted) {
    if (!pairs.isEmpty()) {
      lines.put(name, Share.of(pairs.stream().map(counted::test).toList()));
    }
  }

  private static TreeSet<String> languages(List<Pair> pairs) {
    var names = new TreeSet<String>();
    pairs.forEach(pair -> names.add(pair.expected().language()));
    return names;
  }

  private static TreeSet<String> categories(List<Pair> pairs) {
    var names = new TreeSet<String>();
    pairs.forEach(pair -> names.add(pair.expected().group()));
    return names;
  }

  private static List<String> ids(List<Pair> pairs, Predicate<Pair> which) {
    return pairs.stream().filter(which).map(pair -> pair.expected().id()).toList();
  }

  /// The table as text, a measure a line.
  public String table() {
    var table = new StringBuilder();
    lines.forEach(
        (name, share) -> table.append(String.format(Locale.ROOT, "%-52s %s%n", name, share)));
    return table.toString();
  }
}
