package org.healthassistant.assistant.record.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message asks of the writer's own record.
///
/// @param part the part that is asked for; [Part#ANY] where only a name tells it
/// @param aspect what is wanted of it
/// @param measures names of the measures that are asked for (`record/measures.yaml`); empty for
///     all else
/// @param words the words that name something, folded, with blanks around each; blank if none
/// @param asked the whole message, folded likewise
/// @param from the first day that is asked about; null for no limit
/// @param to the last day; null for no limit
public record RecordQuestion(
    Part part,
    Aspect aspect,
    List<String> measures,
    String words,
    String asked,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /// Measures that wearables tell by the day; of these the weeks are told.
  public static final Set<String> BY_DAY = Set.of("steps", "sleep", "resting-heart-rate");

  /// Copies the list.
  public RecordQuestion {
    measures = List.copyOf(measures);
  }

  /// Whether it is surely about the record, whatever that holds.
  public boolean isFirm() {
    return part != Part.ANY;
  }

  /// Whether something is named in it.
  public boolean isNamed() {
    return !words.isBlank();
  }

  /// Whether it is limited to a time.
  public boolean hasSpan() {
    return from != null || to != null;
  }

  /// Whether a day lies in the time that is asked about.
  boolean spans(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /// Parts of a record; of several that a message names the first counts.
  public enum Part {
    /// All of it, in short.
    EVERYTHING,
    /// Where it comes from.
    SOURCES,
    /// A sheet for the next visit.
    SHEET,
    /// Allergies.
    ALLERGIES,
    /// What is to be done.
    DUE,
    /// Vaccines given.
    IMMUNIZATIONS,
    /// Visits to come.
    APPOINTMENTS,
    /// Visits that were.
    VISITS,
    /// Operations and the like.
    PROCEDURES,
    /// Goals of care.
    GOALS,
    /// Plans of care.
    PLANS,
    /// The care team.
    TEAM,
    /// Documents.
    DOCUMENTS,
    /// Medicines.
    MEDICINES,
    /// Health conditions.
    CONDITIONS,
    /// Vital signs.
    VITALS,
    /// Laboratory results.
    RESULTS,
    /// Something measured.
    MEASURE,
    /// Whatever has the name.
    ANY
  }

  /// What is wanted; of several that a message names the first counts.
  public enum Aspect {
    /// When it was last filled.
    REFILL,
    /// By or with whom.
    WHO,
    /// What it is for.
    WHAT_FOR,
    /// How far it is from the goal.
    GOAL,
    /// Since when.
    SINCE,
    /// How it changed.
    TREND,
    /// The highest value.
    HIGHEST,
    /// The lowest value.
    LOWEST,
    /// The value before the last.
    PREVIOUS,
    /// Whether it is in the range of the record.
    IN_RANGE,
    /// The mean.
    AVERAGE,
    /// How a visit is joined.
    LINK,
    /// Where.
    WHERE,
    /// What was missed.
    MISSED,
    /// How it is taken, and how often.
    HOW,
    /// The last value, or the list.
    LAST,
    /// Whether it is there at all.
    WHETHER
  }
}
