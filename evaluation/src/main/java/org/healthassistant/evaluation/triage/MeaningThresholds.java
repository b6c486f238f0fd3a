package org.healthassistant.evaluation.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.meaning.Part.Kind;

/// Chooses from which probability a unit of a message raises it: as low as the false alarms
/// allow, on messages that the classifier was not trained on.
///
/// Parts of a message are many, so they are given a small share of the false alarms and the whole
/// message gets the rest.
final class MeaningThresholds {

  private static final double LOWEST = 0.3;
  private static final double MISSED = 0.03;

  /// A message with what the classifier says of it.
  record Read(TriageCase expected, MeaningReading meaning) {
    private double highest(Level level, Set<Kind> kinds) {
      return meaning.units().stream()
          .filter(unit -> kinds.contains(unit.unit().part().kind()))
          .mapToDouble(unit -> Arrays.stream(Level.values())
              .filter(each -> each.atLeast(level))
              .mapToDouble(each -> unit.levels().getOrDefault(each.name(), 0.0))
              .sum())
          .max()
          .orElse(0);
    }
  }

  /// What may be alarmed wrongly at a level.
  ///
  /// @param harmless share of the messages at `SELF_CARE`
  /// @param byParts the part of that share that windows alone may cause
  /// @param lesser share of the messages one level below
  record Allowed(double harmless, double byParts, double lesser) {}

  /// The thresholds of a level.
  record Chosen(Level level, double whole, double window) {
    /// As a line of `join.yaml`. Behind other messages a message needs as much as a part does.
    String yaml() {
      return String.format(
          Locale.ROOT,
          "  %s: {whole: %.3f, window: %.3f, joined: %.3f}%n",
          level,
          whole,
          window,
          Math.max(whole, window));
    }
  }

  /// Where the classifier is sure of no danger.
  ///
  /// @param from the probability of it
  /// @param missed the dangerous messages of which it is wrongly sure
  /// @param harmless those without danger of which it is sure
  record Sure(double from, Share missed, Share harmless) {}

  private final List<Read> messages;

  MeaningThresholds(List<Read> messages) {
    this.messages = List.copyOf(messages);
  }

  /// How many messages they are chosen on.
  int count() {
    return messages.size();
  }

  Chosen choose(Level level, Allowed allowed) {
    var lesser = Level.values()[level.ordinal() - 1];
    ToDoubleFunction<Read> parts = read -> read.highest(level, Set.of(Kind.WINDOW));
    ToDoubleFunction<Read> wholes = read -> read.highest(level, Set.of(Kind.WHOLE, Kind.BARE));
    double window = Math.max(
        lowest(parts, harmless(), allowed.byParts()), lowest(parts, of(lesser), allowed.lesser()));
    double whole = lowest(
        read -> parts.applyAsDouble(read) >= window ? 1 : wholes.applyAsDouble(read),
        harmless(),
        allowed.harmless());
    double aboveLesser = lowest(wholes, of(lesser), allowed.lesser());
    double chosen = Math.max(LOWEST, Math.max(whole, aboveLesser));
    return new Chosen(level, chosen, Math.max(chosen, window));
  }

  /// From which probability of no danger on the classifier is sure of it: the lowest one that so
  /// few dangerous messages reach that more than .03 of them is out of the 95 % interval. What
  /// it says of itself is no such number, since it is trained with smoothed labels.
  Sure sureOfNoDanger() {
    for (int thousandths = 500; thousandths < 1000; thousandths += 5) {
      double from = thousandths / 1000.0;
      Share missed = sure(from, true);
      if (missed.high() <= MISSED) {
        return new Sure(from, missed, sure(from, false));
      }
    }
    return new Sure(1, sure(1, true), sure(1, false));
  }

  /// Of the messages with danger, or of those without, the share that it is so sure of.
  private Share sure(double from, boolean dangerous) {
    List<Read> asked = messages.stream()
        .filter(read -> read.expected().level().atLeast(Level.SAME_DAY) == dangerous)
        .toList();
    long reached = asked.stream().filter(read -> noDanger(read) >= from).count();
    return Share.of((int) reached, asked.size());
  }

  private static double noDanger(Read read) {
    return read.meaning().units().stream()
        .filter(unit -> unit.unit().part().kind() == Kind.WHOLE)
        .mapToDouble(unit -> unit.levels().getOrDefault(Level.ROUTINE.name(), 0.0)
            + unit.levels().getOrDefault(Level.SELF_CARE.name(), 0.0))
        .min()
        .orElse(0);
  }

  private static Predicate<Read> harmless() {
    return of(Level.SELF_CARE);
  }

  private static Predicate<Read> of(Level level) {
    return read -> read.expected().level() == level;
  }

  /// The lowest score that at most the allowed share of those messages reach.
  private double lowest(ToDoubleFunction<Read> score, Predicate<Read> who, double allowed) {
    double[] scores = messages.stream().filter(who).mapToDouble(score).sorted().toArray();
    int over = (int) Math.floor(allowed * scores.length);
    int last = scores.length - 1 - over;
    // Rounded up to what join.yaml shows, so that the share stays below what is allowed.
    return last < 0 ? LOWEST : Math.min(1, Math.floor(scores[last] * 1000 + 1) / 1000);
  }
}
