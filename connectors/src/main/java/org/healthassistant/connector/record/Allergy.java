package org.healthassistant.connector.record;

import java.util.List;
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
public record Allergy(
    String source,
    List<Code> codes,
    String label,
    String substance,
    @Nullable String criticality,
    @Nullable String reaction,
    boolean noKnown,
    boolean current,
    @Nullable PartialDate date)
    implements Entry {

  /// Copies the codes.
  public Allergy {
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
