package org.healthassistant.assistant.record.terms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;

/// Takes out entries that say the same as another: a problem that is also the diagnosis of a
/// visit, an order that was renewed.
public final class Duplicates {

  private Duplicates() {}

  /// Each condition once, in the order given: the surest entry of it, of equally sure ones the
  /// newest.
  public static List<Condition> ofConditions(List<Condition> entries) {
    return once(
        entries,
        Comparator.comparing((Condition entry) -> Standing.detect(entry))
            .thenComparing(newestFirst()),
        (kept, entry) ->
            !Collections.disjoint(kept.codes(), entry.codes()) || isNamedAlike(kept, entry));
  }

  /// Each medicine once, in the order given: of orders of the same product the newest. An order
  /// with another dosage stays unless it is older.
  public static List<Medication> ofMedicines(List<Medication> entries) {
    return once(
        entries,
        newestFirst(),
        (kept, entry) -> isSameProduct(kept, entry)
            && (isDosedAlike(kept, entry) || newestFirst().compare(kept, entry) < 0));
  }

  private static <E extends Entry> List<E> once(
      List<E> entries, Comparator<? super E> best, BiPredicate<E, E> same) {
    List<E> kept = new ArrayList<>();
    entries.stream().sorted(best).forEach(entry -> {
      if (kept.stream().noneMatch(other -> same.test(other, entry))) {
        kept.add(entry);
      }
    });
    return entries.stream()
        .filter(entry -> kept.stream().anyMatch(other -> other == entry))
        .toList();
  }

  private static boolean isSameProduct(Entry one, Entry other) {
    return isNamedAlike(one, other)
        || (!one.codes().isEmpty()
            && !other.codes().isEmpty()
            && one.codes().getFirst().equals(other.codes().getFirst()));
  }

  private static boolean isDosedAlike(Medication one, Medication other) {
    return Objects.equals(one.dosage(), other.dosage()) && one.schedule().equals(other.schedule());
  }

  private static boolean isNamedAlike(Entry one, Entry other) {
    return RecordData.folded(one.label()).equals(RecordData.folded(other.label()));
  }

  private static Comparator<Entry> newestFirst() {
    return Comparator.comparing(
        Entry::date, Comparator.nullsLast(Comparator.<PartialDate>reverseOrder()));
  }
}
