package org.healthassistant.knowledge.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vectors of a release's passages, in their order. They are shared, not copied: do not
/// change them.
///
/// @param english the English encoder's vector of each passage; null for a passage not in English
/// @param bilingual the bilingual encoder's vector of each passage
public record ReleaseVectors(List<float @Nullable []> english, List<float[]> bilingual) {
  /// Checks that there are as many of each.
  public ReleaseVectors {
    if (english.size() != bilingual.size()) {
      throw new IllegalArgumentException("there must be as many English as bilingual vectors, got "
          + english.size() + " and " + bilingual.size());
    }
  }
}
