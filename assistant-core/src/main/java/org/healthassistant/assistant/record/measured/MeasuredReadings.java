package org.healthassistant.assistant.record.measured;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.wearable.Measured;
import org.springframework.stereotype.Component;

/// Tells what devices measured and what patients told, as entries of a record: steps and sleep by
/// the day, all else as it was measured, each thing once. Asks no consent.
@Component
public class MeasuredReadings {

  /// What is measured every few minutes is told of so many months, all else of so many.
  private static final int MONTHS_OF_MANY = 13;

  private static final int MONTHS = 120;

  private final MeasuredPages pages;
  private final ClinicalClock clock;

  MeasuredReadings(MeasuredPages pages, ClinicalClock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /// The readings of LOINC codes, oldest first; empty where nothing is kept of them.
  public List<Measurement> readings(String subjectId, Collection<String> loincs) {
    return readings(subjectId, loincs, any -> true);
  }

  /// The same of what the patient told in words.
  public List<Measurement> told(String subjectId, Collection<String> loincs) {
    return readings(subjectId, loincs, Row::isTold);
  }

  private List<Measurement> readings(
      String subjectId, Collection<String> loincs, Predicate<Row> which) {
    List<Measurement> all = new ArrayList<>();
    for (String loinc : loincs) {
      Optional<Measured> measured = Measured.ofLoinc(loinc);
      measured.ifPresent(one -> all.addAll(since(subjectId, one, first(one), which)));
    }
    return List.copyOf(all);
  }

  /// The last reading of each thing measured.
  public List<Measurement> latest(String subjectId) {
    return latest(subjectId, any -> true);
  }

  /// The last reading that the patient told of each thing, of the last month that has any.
  public List<Measurement> latestTold(String subjectId) {
    return latest(subjectId, Row::isTold);
  }

  private List<Measurement> latest(String subjectId, Predicate<Row> which) {
    List<Measurement> all = new ArrayList<>();
    pages.lastMonths(subjectId).forEach((measured, month) -> {
      List<Measurement> read = since(subjectId, measured, month, which);
      if (!read.isEmpty()) {
        all.add(read.getLast());
      }
    });
    return List.copyOf(all);
  }

  private List<Measurement> since(
      String subjectId, Measured measured, YearMonth month, Predicate<Row> which) {
    List<Row> rows =
        pages.since(subjectId, measured, month).stream().filter(which).toList();
    return switch (measured) {
      case STEPS ->
        Days.steps(rows).stream().map(day -> MeasuredEntries.of(measured, day)).toList();
      case SLEEP ->
        Days.sleep(rows).stream().map(day -> MeasuredEntries.of(measured, day)).toList();
      default ->
        Days.moments(rows).stream()
            .map(row -> MeasuredEntries.of(measured, row))
            .toList();
    };
  }

  private YearMonth first(Measured measured) {
    boolean many = measured == Measured.HEART_RATE || measured == Measured.STEPS;
    return YearMonth.from(clock.today()).minusMonths(many ? MONTHS_OF_MANY : MONTHS);
  }
}
