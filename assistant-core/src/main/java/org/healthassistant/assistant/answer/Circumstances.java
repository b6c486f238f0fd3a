package org.healthassistant.assistant.answer;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What was said in a conversation of the person whom a question is about. Nothing of it is kept:
/// it is read anew from the messages each time.
///
/// @param years how old, in years; empty where not told
/// @param pregnancy empty where not told
/// @param medicines what else is taken, as [org.healthassistant.assistant.answer.text.Medicines]
///     names it, with classes that were named; empty set where nothing is told
/// @param days how long something has been going on, in days; empty where not told
/// @param settled what need not be asked: it was told, or is not known
public record Circumstances(
    Optional<Double> years,
    Optional<Pregnancy> pregnancy,
    Set<String> medicines,
    Optional<Double> days,
    Set<ContextKind> settled) {

  private static final double GROWN = 18;
  private static final double OLDER = 65;

  /// Nothing was told.
  public static final Circumstances NONE =
      new Circumstances(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Set.of());

  /// Copies the sets.
  public Circumstances {
    medicines = Set.copyOf(medicines);
    settled = Set.copyOf(settled);
  }

  /// What is told of carrying or nursing a child.
  public enum Pregnancy {
    /// Carries a child.
    PREGNANT,
    /// Has given birth and nurses.
    NURSING,
    /// Carries one child and nurses another.
    BOTH,
    /// One of them, or perhaps carries a child: which of them is not told.
    EITHER,
    /// Neither.
    NEITHER;

    /// Whether it was told that a child is carried.
    public boolean carries() {
      return this == PREGNANT || this == BOTH;
    }

    /// Whether it was told that a child is nursed.
    public boolean nurses() {
      return this == NURSING || this == BOTH;
    }
  }

  public static Circumstances aged(double years) {
    return new Circumstances(
        Optional.of(years), Optional.empty(), Set.of(), Optional.empty(), Set.of(ContextKind.AGE));
  }

  public static Circumstances of(Pregnancy pregnancy) {
    return new Circumstances(
        Optional.empty(),
        Optional.of(pregnancy),
        Set.of(),
        Optional.empty(),
        Set.of(ContextKind.PREGNANCY));
  }

  /// @param medicines may be empty: none are taken
  public static Circumstances taking(Set<String> medicines) {
    return new Circumstances(
        Optional.empty(),
        Optional.empty(),
        medicines,
        Optional.empty(),
        Set.of(ContextKind.MEDICINES));
  }

  public static Circumstances lasting(double days) {
    return new Circumstances(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.of(days),
        Set.of(ContextKind.HOW_LONG));
  }

  /// That something was asked and is not known.
  public static Circumstances unknown(ContextKind kind) {
    return new Circumstances(
        Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Set.of(kind));
  }

  /// What holds of a person whatever the complaint: without how long that has been going on.
  public Circumstances ofPerson() {
    Set<ContextKind> rest = new HashSet<>(settled);
    rest.remove(ContextKind.HOW_LONG);
    return new Circumstances(years, pregnancy, medicines, Optional.empty(), rest);
  }

  /// Whether something was told for which articles have words of their own: then nothing more
  /// needs to be asked.
  public boolean narrows() {
    return pregnancy.filter(one -> one != Pregnancy.NEITHER).isPresent()
        || years.filter(one -> one < GROWN || one >= OLDER).isPresent()
        || !medicines.isEmpty();
  }

  /// These with what was said later, which counts where both say something; medicines add up.
  public Circumstances and(Circumstances later) {
    Set<String> all = new HashSet<>(medicines);
    all.addAll(later.medicines);
    Set<ContextKind> both = EnumSet.noneOf(ContextKind.class);
    both.addAll(settled);
    both.addAll(later.settled);
    return new Circumstances(
        later.years.or(() -> years),
        later.pregnancy.or(() -> pregnancy),
        all,
        later.days.or(() -> days),
        both);
  }

  @Override
  public String toString() {
    return "Circumstances[REDACTED]";
  }
}
