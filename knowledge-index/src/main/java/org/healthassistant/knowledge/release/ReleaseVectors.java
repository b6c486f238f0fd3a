package org.healthassistant.knowledge.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vectors of a release's passages, in their order. They are shared, not copied: do not
/// change them.
///
/// @param english the English encoder's vector of each passage; null for a passage not in English
/// @param bilingual the bilingual encoder's vector of each passage
/// @param askedEnglish the English encoder's vector of each passage's question; null where it has
///     none or is not in English
/// @param askedBilingual the bilingual encoder's vectors of each passage's question and then of
///     its wordings, rounded; none where it has no question
public record ReleaseVectors(
    List<float @Nullable []> english,
    List<float[]> bilingual,
    List<float @Nullable []> askedEnglish,
    List<List<RoundedVector>> askedBilingual) {
  /// Checks that there are as many of each.
  public ReleaseVectors {
    int size = bilingual.size();
    if (english.size() != size || askedEnglish.size() != size || askedBilingual.size() != size) {
      throw new IllegalArgumentException("there must be as many English as bilingual vectors, got "
          + english.size() + " and " + size);
    }
  }
}
