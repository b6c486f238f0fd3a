package org.healthassistant.evaluation.experiment;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.healthassistant.evaluation.report.HtmlReport;
import org.healthassistant.evaluation.report.HtmlReport.Cell;
import org.healthassistant.evaluation.report.Interval;

/// The page of all experiments: a summary first, then each with its numbers and intervals.
public final class ReportPage {

  private ReportPage() {}

  /// Renders results in their order.
  ///
  /// @param clock says when the page was made
  public static String of(List<Result> results, InstantSource clock) {
    var page = new HtmlReport("Evaluation");
    page.paragraph(
        "Made " + clock.instant().truncatedTo(ChronoUnit.SECONDS)
            + ". Values are given with their 95 % interval and the number of items.",
        "quiet");
    page.section("Summary");
    page.table(
        List.of("Experiment", "What", "Verdict"),
        results.stream()
            .map(result -> List.of(
                new Cell(result.experiment().id(), ""),
                new Cell(result.experiment().title(), ""),
                verdict(result)))
            .toList());
    results.forEach(result -> details(page, result));
    return page.page();
  }

  private static Cell verdict(Result result) {
    return switch (result) {
      case Result.Measured measured -> cell(measured.verdict());
      case Result.Absent absent -> new Cell("data not present", "quiet");
      case Result.NotRun notRun -> new Cell("not run", "quiet");
      case Result.Broken broken -> new Cell("did not finish", "failed");
    };
  }

  private static Cell cell(Verdict verdict) {
    String name = verdict.name().toLowerCase(Locale.ROOT);
    return new Cell(name, name);
  }

  private static void details(HtmlReport page, Result result) {
    Experiment experiment = result.experiment();
    page.section(experiment.id());
    page.paragraph(experiment.title(), "");
    page.code("evaluation " + String.join(" ", experiment.command()));
    switch (result) {
      case Result.Measured measured -> measured(page, measured);
      case Result.Absent absent ->
        page.paragraph(
            "Not present: " + experiment.data() + ". To be had: " + experiment.obtain(), "quiet");
      case Result.NotRun notRun ->
        page.paragraph("Not run yet; --all or --only " + experiment.id() + " runs it.", "quiet");
      case Result.Broken broken -> page.paragraph(broken.reason(), "failed");
    }
  }

  private static void measured(HtmlReport page, Result.Measured measured) {
    page.table(
        List.of("Expected", "Measured", "Verdict"),
        measured.checks().stream()
            .map(check -> List.of(
                new Cell(check.expected().shown(), "number"),
                number(check.measured()),
                cell(check.verdict())))
            .toList());
    var rows = new ArrayList<List<Cell>>();
    measured
        .outcome()
        .measures()
        .forEach((name, value) -> rows.add(List.of(
            new Cell(name, ""), number(value), new Cell(String.valueOf(value.count()), "number"))));
    page.table(List.of("Measure", "Value [95 % interval]", "Items"), rows);
    var facts = new ArrayList<String>();
    measured.outcome().facts().forEach((name, value) -> facts.add(name + ": " + value));
    page.paragraph(String.join(" · ", facts), "quiet");
  }

  private static Cell number(Interval value) {
    return new Cell(value.shown(), "number");
  }
}
