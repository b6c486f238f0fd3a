package org.healthassistant.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What one command found: the machine-readable result that `--json` writes, experiments compare
/// and the report shows.
///
/// @param command the command's name
/// @param facts how it was run (data set, options, seed), in the order they are shown; never a
///     text of a case
/// @param measures the numbers by name, in the order they are shown
public record Outcome(String command, Map<String, String> facts, Map<String, Interval> measures) {

  /// The fact that tells runs of one command over the same data apart: the retriever, the
  /// database.
  public static final String VARIANT = "variant";

  /// Copies both maps, keeping their order.
  public Outcome {
    Objects.requireNonNull(command, "command");
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /// A measure by its name; [Interval#none] when there is none of that name.
  public Interval measure(String name) {
    return measures.getOrDefault(name, Interval.none());
  }

  /// A plain text table: one line a fact, then one line a measure with its interval.
  public String table() {
    var text = new StringBuilder();
    facts.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "%-44s %s%n", name, value)));
    measures.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "%-44s %s%n", name, shown(value))));
    return text.toString();
  }

  private static String shown(Interval value) {
    return value.shown() + (value.count() <= 1 ? "" : "  (n = " + value.count() + ")");
  }
}
