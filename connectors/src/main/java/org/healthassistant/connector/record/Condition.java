package org.healthassistant.connector.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem or diagnosis. What was refuted or entered in error is not read at all.
///
/// @param source type and id in the source
/// @param codes SNOMED CT, ICD-10-CM and others
/// @param label its name for people
/// @param clinicalStatus where it stands; [ClinicalStatus#UNKNOWN] where the source does not say
/// @param verification how sure it is
/// @param onset when it began; null if not told
/// @param recorded when it was written down; null if not told
/// @param ended when it was over; null if not told
public record Condition(
    String source,
    List<Code> codes,
    String label,
    ClinicalStatus clinicalStatus,
    Verification verification,
    @Nullable PartialDate onset,
    @Nullable PartialDate recorded,
    @Nullable PartialDate ended)
    implements Entry {

  /// A condition of which no end is told.
  public Condition(
      String source,
      List<Code> codes,
      String label,
      ClinicalStatus clinicalStatus,
      Verification verification,
      @Nullable PartialDate onset,
      @Nullable PartialDate recorded) {
    this(source, codes, label, clinicalStatus, verification, onset, recorded, null);
  }

  /// Where a condition stands, by FHIR's value set.
  public enum ClinicalStatus {
    /// Present now.
    ACTIVE,
    /// Present again after it had been resolved.
    RECURRENCE,
    /// Present again after a remission.
    RELAPSE,
    /// No longer present.
    INACTIVE,
    /// Its signs are gone, and may come back.
    REMISSION,
    /// Over.
    RESOLVED,
    /// Not told, which does not mean inactive.
    UNKNOWN
  }

  /// How sure a condition is.
  public enum Verification {
    /// Established.
    CONFIRMED,
    /// A working diagnosis.
    PROVISIONAL,
    /// One of several that are possible.
    DIFFERENTIAL,
    /// Not yet established.
    UNCONFIRMED,
    /// Not told.
    UNKNOWN
  }

  /// Copies the codes.
  public Condition {
    codes = List.copyOf(codes);
  }

  /// Whether the patient is to be taken as having it now: active, recurrence, relapse, and
  /// unknown.
  public boolean isCurrent() {
    return switch (clinicalStatus) {
      case ACTIVE, RECURRENCE, RELAPSE, UNKNOWN -> true;
      case INACTIVE, REMISSION, RESOLVED -> false;
    };
  }

  /// Whether the patient is to be taken as having it on a day: current by its status, and not
  /// over by the date of its end.
  public boolean isCurrentOn(LocalDate day) {
    return isCurrent() && (ended == null || ended.latest().isAfter(day));
  }

  /// The onset, or else the day it was written down.
  @Override
  public @Nullable PartialDate date() {
    return onset != null ? onset : recorded;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
