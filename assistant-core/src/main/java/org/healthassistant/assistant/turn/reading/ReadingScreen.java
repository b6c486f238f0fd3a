package org.healthassistant.assistant.turn.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.measured.MeasuredReadings;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Puts new readings before the safety net's rules, as if the patient had written them, and tells
/// what is usual for the patient and how good a reading is.
@Component
public class ReadingScreen {

  /// Of each thing measured the most urgent is told, of all no more than these.
  private static final int MOST_TOLD = 5;

  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration NEAR = Duration.ofMinutes(10);
  private static final int LEAST_USUAL = 3;
  /// The category of what is a danger by its value.
  private static final String READING = "abnormal-reading";

  private static final Code SYSTOLIC = Code.loinc("8480-6");

  private final Screen screen;
  private final RecordDesk records;
  private final MeasuredReadings kept;
  private final WeightGain gain;

  ReadingScreen(Screen screen, RecordDesk records, MeasuredReadings kept, WeightGain gain) {
    this.gain = gain;
    this.screen = screen;
    this.records = records;
    this.kept = kept;
  }

  /// Those that are flagged at `ROUTINE` or above; empty where none is.
  ///
  /// @param readings kept by now, in this transaction or before
  public Optional<Flagged> flag(String subjectId, List<NewReading> readings) {
    Set<RiskFact> risk = records.riskFacts(subjectId);
    List<Seen> flagged = new ArrayList<>();
    for (NewReading reading : readings) {
      Stream.concat(
              reading.sentence().stream().map(said -> decide(said, risk)),
              gains(subjectId, reading, risk))
          .filter(decision -> decision.level().atLeast(Level.ROUTINE))
          .max(Comparator.comparing(TriageDecision::level))
          .ifPresent(decision -> flagged.add(new Seen(reading, decision)));
    }
    List<Flagged.One> told = flagged.stream()
        .sorted(Comparator.comparing((Seen one) -> one.decision().level()).reversed())
        .filter(distinctCode())
        .limit(MOST_TOLD)
        .map(one -> new Flagged.One(
            one.reading(), one.decision().findings(), note(subjectId, one.reading(), readings)))
        .toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(new Flagged(told, screen.packId()));
  }

  /// Why a weight is a fast gain against those that are kept; empty where it is none.
  List<Finding> gain(String subjectId, NewReading reading) {
    return gains(subjectId, reading, records.riskFacts(subjectId))
        .max(Comparator.comparing(TriageDecision::level))
        .map(TriageDecision::findings)
        .orElse(List.of());
  }

  /// The decisions on a gain of weight that is one by its amount. What rules say of any gain that
  /// somebody finds worth telling is not meant here.
  private Stream<TriageDecision> gains(String subjectId, NewReading reading, Set<RiskFact> risk) {
    return gain.sentences(subjectId, reading.reading()).stream()
        .map(said -> decide(said, risk))
        .filter(decision -> decision.categories().contains(READING));
  }

  private TriageDecision decide(String said, Set<RiskFact> risk) {
    return screen.screen(
        new Screening(new ScreenedText("reading", said), List.of(), risk, Optional.empty()));
  }

  private static Predicate<Seen> distinctCode() {
    Set<List<Code>> seen = new HashSet<>();
    return one -> seen.add(one.reading().reading().codes());
  }

  private String note(String subjectId, NewReading flagged, List<NewReading> all) {
    String how = flagged.told() ? "Told by the patient." : "Measured by a device.";
    return String.join(
        " ",
        Stream.of(
                Optional.of("Reading: " + flagged.text(Language.ENGLISH, ZoneOffset.UTC)
                    + " (times in UTC)."),
                usual(subjectId, flagged.reading()),
                Optional.of(how),
                near(flagged, all))
            .flatMap(Optional::stream)
            .toList());
  }

  /// The middle one of the patient's own readings of the month before.
  private Optional<String> usual(String subjectId, Measurement flagged) {
    OffsetDateTime at = flagged.dateTime();
    if (at == null) {
      return Optional.empty();
    }
    List<BigDecimal> before =
        kept.readings(subjectId, flagged.codes().stream().map(Code::code).toList()).stream()
            .filter(one -> one.dateTime() != null
                && one.dateTime().isBefore(at.minus(NEAR))
                && one.dateTime().isAfter(at.minus(USUAL)))
            .flatMap(one -> number(one).stream())
            .sorted()
            .toList();
    return Optional.of(
        before.size() < LEAST_USUAL
            ? "No baseline: fewer than " + LEAST_USUAL + " readings in the 30 days before."
            : "Usual in the 30 days before: " + plain(before.get(before.size() / 2)) + ", of "
                + before.size() + " readings.");
  }

  /// What else was measured within minutes: a lone reading may be a slip of the device.
  private static Optional<String> near(NewReading flagged, List<NewReading> all) {
    OffsetDateTime at = flagged.reading().dateTime();
    if (at == null) {
      return Optional.empty();
    }
    List<BigDecimal> near = all.stream()
        .filter(one ->
            one != flagged && one.reading().codes().equals(flagged.reading().codes()))
        .filter(one -> one.reading().dateTime() != null
            && Duration.between(at, one.reading().dateTime()).abs().compareTo(NEAR) <= 0)
        .flatMap(one -> number(one.reading()).stream())
        .sorted()
        .toList();
    return Optional.of(
        near.isEmpty()
            ? "No other reading within 10 minutes."
            : "Within 10 minutes " + near.size() + " more: " + plain(near.getFirst()) + " to "
                + plain(near.getLast()) + ".");
  }

  private static Optional<BigDecimal> number(Measurement reading) {
    return reading.value() != null
        ? Optional.of(reading.value())
        : reading.components().stream()
            .filter(part -> part.is(SYSTOLIC) && part.value() != null)
            .map(part -> part.value())
            .findFirst();
  }

  private static String plain(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private record Seen(NewReading reading, TriageDecision decision) {}
}
