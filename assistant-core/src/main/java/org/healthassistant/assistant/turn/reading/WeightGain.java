package org.healthassistant.assistant.turn.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.measured.MeasuredReadings;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.springframework.stereotype.Component;

/// Says a gain of weight as its owner would, for the screen, whose rules know how much in what
/// time is a danger. Only of those whose record tells of heart failure: of others a scale's ups
/// and downs of a day mean little.
@Component
class WeightGain {

  private static final Code WEIGHT = Code.loinc("29463-7");
  private static final BigDecimal POUNDS_A_KILO = new BigDecimal("2.2046");

  /// A scale that is stepped on each morning gives readings a little more than a day apart.
  private static final Duration DAY = Duration.ofHours(36);

  private static final Duration WEEK = Duration.ofDays(7);

  private final MeasuredReadings kept;
  private final RecordDesk records;

  WeightGain(MeasuredReadings kept, RecordDesk records) {
    this.kept = kept;
    this.records = records;
  }

  /// What a new weight says against the lowest of the day and of the week before it: a sentence
  /// for each, the day first; empty where it is no weight, nothing was gained, or heart failure
  /// is not known of.
  List<String> sentences(String subjectId, Measurement reading) {
    OffsetDateTime at = reading.dateTime();
    BigDecimal weight = reading.value();
    if (!reading.codes().contains(WEIGHT)
        || at == null
        || weight == null
        || !records.riskFacts(subjectId).contains(RiskFact.HEART_FAILURE)) {
      return List.of();
    }
    List<Measurement> before = kept.readings(subjectId, List.of(WEIGHT.code()));
    return List.of(
            gain(before, at, DAY, weight).map(pounds -> said(pounds, "in one day")),
            gain(before, at, WEEK, weight).map(pounds -> said(pounds, "in a week")))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static String said(BigDecimal pounds, String time) {
    return "i gained " + pounds.toPlainString() + " pounds " + time;
  }

  private static Optional<BigDecimal> gain(
      List<Measurement> all, OffsetDateTime at, Duration span, BigDecimal weight) {
    return all.stream()
        .filter(one -> one.dateTime() != null
            && one.value() != null
            && one.dateTime().isBefore(at)
            && !one.dateTime().isBefore(at.minus(span)))
        .map(Measurement::value)
        .min(BigDecimal::compareTo)
        .map(lowest ->
            weight.subtract(lowest).multiply(POUNDS_A_KILO).setScale(1, RoundingMode.HALF_UP))
        .filter(pounds -> pounds.signum() > 0);
  }
}
