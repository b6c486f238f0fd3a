package org.healthassistant.connector.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An allergy or intolerance, or the statement that none is known. No entry at all says nothing.
///
/// @param source type and id in the source
/// @param codes of the substance
/// @param label the allergy's name for people
/// @param substance what it is against; equal to the label unless the source names a substance
/// apart
/// @param criticality `low`, `high` or `unable-to-assess`; null if not told
/// @param reaction what happened, in the source's words; null if not told
/// @param noKnown true if this entry says that no allergy (of the kind in the label) is known
/// @param current false only if the source says that it is inactive or resolved
/// @param date its onset or else the day it was written down; often null
/// @param verification how sure it is
/// @param kinds what kind of substance it is of, and for a "none known" what kind none is known
///     of; empty where the source does not say, and for "none known at all"
public record Allergy(
    String source,
    List<Code> codes,
    String label,
    String substance,
    @Nullable String criticality,
    @Nullable String reaction,
    boolean noKnown,
    boolean current,
    @Nullable PartialDate date,
    Condition.Verification verification,
    Set<Kind> kinds)
    implements Entry {

  /// Kinds of what one can be allergic to.
  public enum Kind {
    /// Medicines, also biologic ones.
    MEDICINE,
    /// Food.
    FOOD,
    /// Pollen, animals, stings and the like.
    ENVIRONMENT,
    /// Latex.
    LATEX
  }

  /// Copies codes and kinds.
  public Allergy {
    codes = List.copyOf(codes);
    verification =
        verification == null ? Condition.Verification.UNKNOWN : verification; // as in older copies
    EnumSet<Kind> all = EnumSet.noneOf(Kind.class); // always in the same order
    if (kinds != null) {
      all.addAll(kinds);
    }
    kinds = Collections.unmodifiableSet(all);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
