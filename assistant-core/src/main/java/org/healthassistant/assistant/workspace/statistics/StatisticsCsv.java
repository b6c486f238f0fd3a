package org.healthassistant.assistant.workspace.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The figures as files: one line a level, one line a rule, a header first; times in seconds, empty
/// where there is none.
final class StatisticsCsv {

  private StatisticsCsv() {}

  static String levels(Period period, Statistics of) {
    StringBuilder csv = new StringBuilder(Csv.line(
        "from",
        "to",
        "level",
        "escalations",
        "open",
        "missed",
        "first_page_number",
        "first_page_median_s",
        "first_page_p90_s",
        "acknowledged_number",
        "acknowledged_median_s",
        "acknowledged_p90_s",
        "contact_number",
        "contact_median_s",
        "contact_p90_s",
        "resolved_number",
        "resolved_median_s",
        "resolved_p90_s"));
    for (LevelFigures level : of.levels()) {
      DurationPercentiles page = level.paged();
      DurationPercentiles taken = level.acknowledged();
      DurationPercentiles contact = level.contacted();
      DurationPercentiles end = level.resolved();
      csv.append(Csv.line(
          period.from(),
          period.to(),
          level.level(),
          level.number(),
          level.open(),
          level.missed(),
          page.number(),
          seconds(page.median()),
          seconds(page.ninetieth()),
          taken.number(),
          seconds(taken.median()),
          seconds(taken.ninetieth()),
          contact.number(),
          seconds(contact.median()),
          seconds(contact.ninetieth()),
          end.number(),
          seconds(end.median()),
          seconds(end.ninetieth())));
    }
    return csv.toString();
  }

  static String rules(Period period, List<RuleFigures> rules) {
    StringBuilder csv = new StringBuilder(
        Csv.line("from", "to", "rule", "judged", "false_alarms", "false_alarm_percent"));
    for (RuleFigures rule : rules) {
      csv.append(Csv.line(
          period.from(),
          period.to(),
          rule.rule(),
          rule.judged(),
          rule.wrong(),
          rule.wrongPercent()));
    }
    return csv.toString();
  }

  private static Object seconds(Optional<Duration> time) {
    return time.<Object>map(Duration::toSeconds).orElse("");
  }
}
