package org.healthassistant.assistant.safety.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is measured, in which units, and from which value on it matters; data of the pack.
///
/// @param measures what a number may be the value of
/// @param amounts how many of a medicine are too many at once
/// @param gains how much weight is too much in how short a time
/// @param numbers number words with their values
/// @param joiners words that make a pair of two numbers
/// @param foreign words behind a number that make it something else, such as `mg` or `minutes`
/// @param before words before a number that make it something else, such as `room`
/// @param below words before a number that say the value is lower, such as `under`
/// @param above words before a number that say the value is higher, such as `over`
public record CutOffs(
    List<Measure> measures,
    List<Amount> amounts,
    List<Gain> gains,
    Map<String, Double> numbers,
    Set<String> joiners,
    Set<String> foreign,
    Set<String> before,
    Set<String> below,
    Set<String> above) {

  /// Takes what is absent as empty and copies the rest.
  public CutOffs {
    measures = List.copyOf(Objects.requireNonNullElse(measures, List.of()));
    amounts = List.copyOf(Objects.requireNonNullElse(amounts, List.of()));
    gains = List.copyOf(Objects.requireNonNullElse(gains, List.of()));
    numbers = Map.copyOf(Objects.requireNonNullElse(numbers, Map.of()));
    joiners = Set.copyOf(Objects.requireNonNullElse(joiners, Set.of()));
    foreign = Set.copyOf(Objects.requireNonNullElse(foreign, Set.of()));
    before = Set.copyOf(Objects.requireNonNullElse(before, Set.of()));
    below = Set.copyOf(Objects.requireNonNullElse(below, Set.of()));
    above = Set.copyOf(Objects.requireNonNullElse(above, Set.of()));
  }

  /// Where a cut-off was taken from.
  ///
  /// @param name the page's publisher and title
  /// @param url its address
  /// @param date when it was read
  public record Source(
      @Nullable String name, @Nullable String url, @Nullable String date) {
    boolean complete() {
      return Stream.of(name, url, date).noneMatch(part -> part == null || part.isBlank());
    }
  }

  /// Something that is measured.
  ///
  /// @param measure the concept of its words
  /// @param pair whether it is written as two numbers, of which the first may stand alone
  /// @param strict whether only words that say nothing may stand between the two
  /// @param bare whether a pair needs no word for it
  /// @param bareFrom the lowest value with a fraction that needs no word for it; 0 for none
  /// @param scales the units people use, the usual one first
  /// @param quietWith the concept of words that explain a value nearby; null for none
  /// @param despite the concept of words that take that explanation away; null for none
  /// @param bands what the values mean
  public record Measure(
      String measure,
      boolean pair,
      boolean strict,
      boolean bare,
      double bareFrom,
      List<Scale> scales,
      @Nullable String quietWith,
      @Nullable String despite,
      List<Band> bands) {

    /// Takes what is absent as empty and copies the lists.
    public Measure {
      scales = List.copyOf(Objects.requireNonNullElse(scales, List.of()));
      bands = List.copyOf(Objects.requireNonNullElse(bands, List.of()));
    }
  }

  /// A unit and what is plausible in it.
  ///
  /// @param units its words behind the number
  /// @param from the lowest plausible value
  /// @param to the highest plausible value
  /// @param factor what a value is multiplied with to be in the measure's usual unit
  /// @param plus what is then added
  /// @param only whether it is taken only where the unit or a fraction is written, or a pair
  public record Scale(
      Set<String> units, double from, double to, double factor, double plus, boolean only) {

    /// Takes what is absent as empty or neutral and copies the units.
    public Scale {
      units = Set.copyOf(Objects.requireNonNullElse(units, Set.of()));
      factor = factor == 0 ? 1 : factor;
    }

    double convert(double value) {
      return value * factor + plus;
    }
  }

  /// Values that mean the same.
  ///
  /// @param reading the concept they become
  /// @param from the lowest of them; null when there is none
  /// @param upTo the highest of them; null when there is none
  /// @param orSecondFrom the lowest second value of a pair that means it too; null for none
  /// @param source where the cut-off was taken from
  public record Band(
      String reading,
      @Nullable Double from,
      @Nullable Double upTo,
      @Nullable Double orSecondFrom,
      @Nullable Source source) {

    boolean holds(double value, double second) {
      boolean high = from == null || value >= from;
      boolean low = upTo == null || value <= upTo;
      boolean other = orSecondFrom != null && second >= orSecondFrom;
      return (high && low) || other;
    }
  }

  /// How many of a medicine, taken at once, are too many.
  ///
  /// @param drugs concepts of the medicines
  /// @param from the lowest dangerous count; 0 when counts do not matter
  /// @param fromMilligrams the lowest dangerous amount; 0 when amounts do not matter
  /// @param daily whether so many a day are too many as well
  /// @param reading the concept it becomes
  /// @param source where the cut-off was taken from
  public record Amount(
      Set<String> drugs,
      int from,
      double fromMilligrams,
      boolean daily,
      String reading,
      @Nullable Source source) {

    /// Takes what is absent as empty and copies the set.
    public Amount {
      drugs = Set.copyOf(Objects.requireNonNullElse(drugs, Set.of()));
    }
  }

  /// How much weight, gained in a time, is too much.
  ///
  /// @param time the concept of the time
  /// @param from the lowest dangerous gain in pounds
  /// @param reading the concept it becomes
  /// @param source where the cut-off was taken from
  public record Gain(
      String time, double from, String reading, @Nullable Source source) {}

  /// What is wrong with the data, one sentence each; empty when nothing is.
  public List<String> problems() {
    var problems = new ArrayList<String>();
    for (var measure : measures) {
      if (measure.scales().isEmpty()) {
        problems.add("measure '" + measure.measure() + "' has no scale");
      }
      measure.bands().stream()
          .filter(band -> band.from() == null && band.upTo() == null)
          .forEach(band -> problems.add("'" + band.reading() + "' has no cut-off"));
    }
    sources()
        .filter(entry -> entry.source() == null || !entry.source().complete())
        .forEach(entry ->
            problems.add("'" + entry.reading() + "' has no source with name, url and date"));
    return problems;
  }

  private record Sourced(String reading, @Nullable Source source) {}

  private Stream<Sourced> sources() {
    return Stream.of(
            measures.stream()
                .flatMap(measure -> measure.bands().stream())
                .map(band -> new Sourced(band.reading(), band.source())),
            amounts.stream().map(amount -> new Sourced(amount.reading(), amount.source())),
            gains.stream().map(gain -> new Sourced(gain.reading(), gain.source())))
        .flatMap(entries -> entries);
  }

  /// The ids of all readings.
  public Set<String> readings() {
    return sources().map(Sourced::reading).collect(Collectors.toSet());
  }
}
