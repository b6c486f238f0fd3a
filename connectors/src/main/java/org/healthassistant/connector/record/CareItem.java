package org.healthassistant.connector.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something of how the patient is cared for: a visit, a goal, a plan, a person, a paper. What
/// was entered in error or cancelled is not read at all.
public sealed interface CareItem extends Entry {

  /// A visit that was, or still is.
  ///
  /// @param label what kind of visit it was
  /// @param date the day it began; null if not told
  /// @param ended the day it ended; null if not told
  /// @param reasons what it was for, in the source's words; may be empty
  /// @param people the names of whom the patient saw; may be empty
  /// @param place where; null if not told
  record Visit(
      String source,
      List<Code> codes,
      String label,
      @Nullable PartialDate date,
      @Nullable PartialDate ended,
      List<String> reasons,
      List<String> people,
      @Nullable String place)
      implements CareItem {

    /// Copies the lists.
    public Visit {
      codes = List.copyOf(codes);
      reasons = List.copyOf(reasons);
      people = List.copyOf(people);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// What is to be reached.
  ///
  /// @param status `active`, `on-hold`, `completed`, `proposed`, …, by FHIR's value set
  /// @param date the day from which it holds; null if not told
  /// @param targets what is measured and what is aimed at; may be empty
  record Goal(
      String source,
      List<Code> codes,
      String label,
      String status,
      @Nullable PartialDate date,
      List<Target> targets)
      implements CareItem {

    /// Copies the lists.
    public Goal {
      codes = List.copyOf(codes);
      targets = List.copyOf(targets);
    }

    /// Whether it is still to be reached or kept.
    public boolean isCurrent() {
      return !List.of("completed", "cancelled", "rejected").contains(status);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A value that is aimed at.
  ///
  /// @param measures codes of what is measured; empty if not told
  /// @param low the least that is aimed at; null for no lower end
  /// @param high the most that is aimed at; null for no upper end
  /// @param unit the unit of both, as people write it; null if not told
  /// @param due by when; null if not told
  record Target(
      List<Code> measures,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String unit,
      @Nullable PartialDate due) {

    /// Copies the codes.
    public Target {
      measures = List.copyOf(measures);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A plan of care.
  ///
  /// @param status `active`, `draft`, `completed`, …, by FHIR's value set
  /// @param date the day from which it holds; null if not told
  /// @param ended its last day; null if not told
  /// @param activities what is planned, in the source's words; may be empty
  record Plan(
      String source,
      List<Code> codes,
      String label,
      String status,
      @Nullable PartialDate date,
      @Nullable PartialDate ended,
      List<String> activities)
      implements CareItem {

    /// Copies the lists.
    public Plan {
      codes = List.copyOf(codes);
      activities = List.copyOf(activities);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A person or place that takes care of the patient.
  ///
  /// @param label the name
  /// @param role what they do, in the source's words; null if not told
  /// @param date since when; null if not told
  record Member(
      String source,
      List<Code> codes,
      String label,
      @Nullable String role,
      @Nullable PartialDate date)
      implements CareItem {

    /// Copies the codes.
    public Member {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A letter, a note or a report; its text is not read.
  ///
  /// @param date the day it was written; null if not told
  record Document(
      String source,
      List<Code> codes,
      String label,
      @Nullable PartialDate date) implements CareItem {

    /// Copies the codes.
    public Document {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// That a medicine was handed out.
  ///
  /// @param codes of the medicine
  /// @param label its name
  /// @param date the day it was handed out; null if not told
  /// @param daysOfSupply for how many days it lasts; null if not told
  record Filling(
      String source,
      List<Code> codes,
      String label,
      @Nullable PartialDate date,
      @Nullable Integer daysOfSupply)
      implements CareItem {

    /// Copies the codes.
    public Filling {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// Something recommended or ordered that is still to be done.
  ///
  /// @param date the day by which, or on which; null if not told
  record Due(
      String source,
      List<Code> codes,
      String label,
      @Nullable PartialDate date) implements CareItem {

    /// Copies the codes.
    public Due {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// Somebody who is related to the patient and may act for them, if the patient lets them.
  ///
  /// @param codes what they are to the patient, such as `MTH`; empty if told by words only
  /// @param label the name
  /// @param relationship what they are to the patient, in the source's words; null if not told
  /// @param active false where the source took the entry out of use
  /// @param date the first day on which it holds; null if not told
  /// @param ended the last day on which it holds; null if not told
  record Relative(
      String source,
      List<Code> codes,
      String label,
      @Nullable String relationship,
      boolean active,
      @Nullable PartialDate date,
      @Nullable PartialDate ended)
      implements CareItem {

    /// Copies the codes.
    public Relative {
      codes = List.copyOf(codes);
    }

    /// Its id in the source, without the type.
    public String id() {
      return source.substring(source.indexOf('/') + 1);
    }

    /// Whether it holds on a day. Of a partial date the days that are sure count: a period that
    /// may be over is over.
    public boolean holdsOn(LocalDate day) {
      return active
          && (date == null || !day.isBefore(date.latest()))
          && (ended == null || !day.isAfter(ended.earliest()));
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
