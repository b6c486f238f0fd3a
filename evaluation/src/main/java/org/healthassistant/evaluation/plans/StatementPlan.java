package org.healthassistant.evaluation.plans;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the server said of one statement under several draws of its parameters.
///
/// @param statement what was explained
/// @param milliseconds how long each draw ran, as the server measured it, in their order
/// @param slowest the plan of the slowest draw, as the server writes it
public record StatementPlan(PlannedStatement statement, List<Double> milliseconds, String slowest) {

  private static final Pattern RUN = Pattern.compile("Execution Time: ([0-9.]+) ms");
  private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");
  private static final Pattern INDEX = Pattern.compile("(?:using|Index Scan on) (\\w+)");

  /// Copies the list.
  public StatementPlan {
    milliseconds = List.copyOf(milliseconds);
  }

  /// How long a plan that was analysed ran.
  ///
  /// @throws IllegalArgumentException if the plan does not say it
  static double milliseconds(String plan) {
    Matcher run = RUN.matcher(plan);
    if (!run.find()) {
      throw new IllegalArgumentException("a plan needs its execution time, got: " + plan);
    }
    return Double.parseDouble(run.group(1));
  }

  /// The longest draw.
  public double worst() {
    return milliseconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /// The tables that the plan reads from end to end.
  public Set<String> readWhole() {
    return named(WHOLE);
  }

  /// The indexes that the plan uses.
  public Set<String> indexes() {
    return named(INDEX);
  }

  private Set<String> named(Pattern pattern) {
    var found = new TreeSet<String>();
    Matcher matcher = pattern.matcher(slowest);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
