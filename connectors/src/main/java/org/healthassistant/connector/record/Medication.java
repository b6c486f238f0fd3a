package org.healthassistant.connector.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A medicine that was ordered, planned or stated. The list says what was prescribed or told, not
/// what is taken.
///
/// @param source type and id in the source
/// @param codes of the medicine and, where the source gives them, of its ingredients; mostly
///     RxNorm
/// @param label its name for people
/// @param status where it stands; [Status#UNKNOWN] where the source does not say
/// @param kind who said so
/// @param reported whether it was reported by the patient or another person, not by the
///     prescriber
/// @param dosage how to take it, in the source's words; null if not told
/// @param date the day it was written or began; null if not told
/// @param ended the last day for which it was meant; null if not told
/// @param schedule how to take it by the source's coded elements; empty if not told
/// @param ordering who ordered it, what for and how much; null if nothing of it is told
public record Medication(
    String source,
    List<Code> codes,
    String label,
    Status status,
    Kind kind,
    boolean reported,
    @Nullable String dosage,
    @Nullable PartialDate date,
    @Nullable PartialDate ended,
    List<Dose> schedule,
    @Nullable Ordering ordering)
    implements Entry {

  /// What an order says beside how to take the medicine.
  ///
  /// @param prescriber the name of who ordered it; null if not told
  /// @param reasons what it is for, in the source's words; may be empty
  /// @param daysOfSupply for how many days one filling lasts; null if not told
  /// @param refills how often it may be filled again; null if not told
  public record Ordering(
      @Nullable String prescriber,
      List<String> reasons,
      @Nullable Integer daysOfSupply,
      @Nullable Integer refills) {

    /// Copies the reasons.
    public Ordering {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A medicine of whose order nothing more is told.
  public Medication(
      String source,
      List<Code> codes,
      String label,
      Status status,
      Kind kind,
      boolean reported,
      @Nullable String dosage,
      @Nullable PartialDate date,
      @Nullable PartialDate ended,
      List<Dose> schedule) {
    this(source, codes, label, status, kind, reported, dosage, date, ended, schedule, null);
  }

  /// A medicine of which neither an end nor a coded dose is told.
  public Medication(
      String source,
      List<Code> codes,
      String label,
      Status status,
      Kind kind,
      boolean reported,
      @Nullable String dosage,
      @Nullable PartialDate date) {
    this(source, codes, label, status, kind, reported, dosage, date, null, List.of());
  }

  /// Where a medicine stands.
  public enum Status {
    /// In use.
    ACTIVE,
    /// Paused.
    ON_HOLD,
    /// To be started.
    INTENDED,
    /// Ended before its time.
    STOPPED,
    /// Ended as planned.
    COMPLETED,
    /// Withdrawn before it began.
    CANCELLED,
    /// Stated as not taken.
    NOT_TAKEN,
    /// Not told, which does not mean stopped.
    UNKNOWN
  }

  /// Who said that the patient has a medicine.
  public enum Kind {
    /// A prescriber's order.
    ORDER,
    /// A plan, which is where systems keep what patients report.
    PLAN,
    /// A statement, often the only trace of what is bought without prescription.
    STATEMENT
  }

  /// Copies the lists.
  public Medication {
    codes = List.copyOf(codes);
    schedule = schedule == null ? List.of() : List.copyOf(schedule); // null in older copies
  }

  /// Whether the patient is to be taken as using it now: active, and unknown.
  public boolean isCurrent() {
    return status == Status.ACTIVE || status == Status.UNKNOWN;
  }

  /// Whether the patient is to be taken as using it on a day: current by its status, and not past
  /// its end.
  public boolean isCurrentOn(LocalDate day) {
    return isCurrent() && (ended == null || !ended.latest().isBefore(day));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
