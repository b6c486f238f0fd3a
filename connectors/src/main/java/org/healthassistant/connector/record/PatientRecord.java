package org.healthassistant.connector.record;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All that one source says of one patient.
///
/// @param person who it is about
/// @param entries in the source's order; may be empty
/// @param asOf when the source made or last changed it; null if not told
/// @param incomplete the parts of which something could not be read, or was left out by the
///     source: what is not in them may be there all the same
/// @param sensitive type and id of the resources that their source labelled as sensitive
public record PatientRecord(
    Person person,
    List<Entry> entries,
    @Nullable Instant asOf,
    Set<RecordPart> incomplete,
    Set<String> sensitive) {
  /// Copies entries and parts.
  public PatientRecord {
    entries = List.copyOf(entries);
    EnumSet<RecordPart> parts = EnumSet.noneOf(RecordPart.class); // always in the same order
    if (incomplete != null) { // as it is in older copies
      parts.addAll(incomplete);
    }
    incomplete = Collections.unmodifiableSet(parts);
    sensitive = Collections.unmodifiableSet(
        sensitive == null ? Set.of() : new TreeSet<>(sensitive)); // in order, likewise
  }

  /// A record in which nothing is labelled as sensitive.
  public PatientRecord(
      Person person, List<Entry> entries, @Nullable Instant asOf, Set<RecordPart> incomplete) {
    this(person, entries, asOf, incomplete, Set.of());
  }

  /// A record of which everything was read.
  public PatientRecord(Person person, List<Entry> entries, @Nullable Instant asOf) {
    this(person, entries, asOf, Set.of());
  }

  /// The entries of one kind, in the source's order.
  public <E extends Entry> List<E> entries(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Whether the source labelled what an entry was read from as sensitive.
  public boolean isSensitive(Entry entry) {
    String source = entry.source();
    int member = source.indexOf('#');
    return sensitive.contains(member < 0 ? source : source.substring(0, member));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
