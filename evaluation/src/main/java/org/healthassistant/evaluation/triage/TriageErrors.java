package org.healthassistant.evaluation.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.evaluation.report.HtmlReport;
import org.healthassistant.evaluation.report.HtmlReport.Cell;

/// A page of every message that was given another level than is right, to be read by people: by
/// what was right and what was given, the worst first, each with what was found in it.
final class TriageErrors {

  private static final List<String> HEAD =
      List.of("id", "language", "category", "message", "found");

  private TriageErrors() {}

  /// The page as HTML, which loads nothing.
  static String page(List<TriageCase> cases, List<TriagePrediction> predictions) {
    Map<String, List<List<Cell>>> rows = new TreeMap<>();
    for (int at = 0; at < cases.size(); at++) {
      var one = cases.get(at);
      var given = predictions.get(at);
      if (!one.right(given.level())) {
        rows.computeIfAbsent(section(one, given), any -> new ArrayList<>()).add(row(one, given));
      }
    }
    var report = new HtmlReport("Triage errors");
    report.paragraph(cases.size() + " messages", "quiet");
    rows.forEach((section, errors) ->
        report.section(section.substring(2) + ": " + errors.size()).table(HEAD, errors));
    return report.page();
  }

  /// Begins with a digit that sorts the farthest misses first.
  private static String section(TriageCase one, TriagePrediction given) {
    int apart = one.level().compareTo(given.level());
    return (5 - apart) + " " + one.level() + " given " + given.level();
  }

  private static List<Cell> row(TriageCase one, TriagePrediction given) {
    var found = given.findings().stream()
        .map(finding -> finding.rule() + " (" + finding.category() + ") " + finding.level())
        .collect(Collectors.joining(", "));
    var text =
        String.join(" / ", one.earlier()) + (one.earlier().isEmpty() ? "" : " / ") + one.text();
    return List.of(
        new Cell(one.id(), "number"),
        new Cell(one.language(), ""),
        new Cell(one.group(), ""),
        new Cell(text, ""),
        new Cell(found, "quiet"));
  }
}
