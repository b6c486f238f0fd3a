package org.healthassistant.assistant.record.measured;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.spoken.ToldReading;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.connector.wearable.Sample;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Keeps the readings that patients told and agreed to keep, each once, and takes them out
/// again.
///
/// Nobody is asked to look at them for danger here: that was done with the message that told
/// them.
@Component
public class ToldReadings {

  /// The same value told of so near a time is the same reading.
  private static final long SAME = Duration.ofHours(1).toSeconds();

  private final MeasuredPages pages;
  private final ObjectProvider<ReportedReadings> listeners;

  ToldReadings(MeasuredPages pages, ObjectProvider<ReportedReadings> listeners) {
    this.pages = pages;
    this.listeners = listeners;
  }

  /// Keeps those that are not kept yet, in the caller's transaction, which holds the subject's
  /// lock.
  ///
  /// @return those that are new; empty where all were kept before
  public List<ToldReading> keep(Subject subject, List<ToldReading> readings) {
    List<ToldReading> fresh = new ArrayList<>();
    for (ToldReading reading : readings) {
      Measured measured = reading.measured();
      if (!isKept(subject, reading)
          && !pages.add(subject, measured, List.of(row(reading))).isEmpty()) {
        fresh.add(reading);
      }
    }
    if (!fresh.isEmpty()) {
      List<NewReading> kept = fresh.stream().map(ToldReadings::asNew).toList();
      listeners.forEach(listener -> listener.kept(subject, kept));
    }
    return List.copyOf(fresh);
  }

  private boolean isKept(Subject subject, ToldReading reading) {
    Row row = row(reading);
    YearMonth month =
        YearMonth.from(row.startsAt().withOffsetSameInstant(ZoneOffset.UTC).minusHours(1));
    return pages.since(subject.id(), reading.measured(), month).stream()
        .anyMatch(kept -> kept.isTold()
            && Math.abs(kept.start() - row.start()) < SAME
            && kept.value().compareTo(row.value()) == 0
            && (kept.second() == null
                ? row.second() == null
                : row.second() != null && kept.second().compareTo(row.second()) == 0));
  }

  /// Takes readings out again, in the caller's transaction, which holds the subject's lock.
  ///
  /// @return those that were there; one on a page that cannot be read stays and is not among them
  public List<ToldReading> takeOut(Subject subject, List<ToldReading> readings) {
    List<ToldReading> there = readings.stream()
        .filter(one -> pages.take(subject, one.measured(), List.of(row(one))) > 0)
        .toList();
    if (!there.isEmpty()) {
      List<NewReading> gone = there.stream().map(ToldReadings::asNew).toList();
      listeners.forEach(listener -> listener.takenOut(subject, gone));
    }
    return there;
  }

  /// A told reading as one of a record.
  public static NewReading asNew(ToldReading told) {
    return new NewReading(MeasuredEntries.of(told.measured(), row(told)), "", true, false);
  }

  private static Row row(ToldReading told) {
    return new Row(
        told.time().toEpochSecond(),
        told.time().getOffset().getTotalSeconds(),
        0,
        told.value(),
        told.second(),
        Row.TOLD,
        Sample.Rank.TYPED,
        false);
  }
}
