package org.healthassistant.assistant.answer.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reduces a text to the stems of the words that carry its content. Two texts about the same
/// thing share stems although their words differ: `pills` and `pastillas` do not, `medicines`
/// and `medicine` do, and so do names that [Medicines] holds for one.
public final class ContentStems {

  private ContentStems() {}

  /// The content stems of a text, in either language's way.
  public static Set<String> in(String text) {
    List<String> parts = TextNormalizer.cut(TextNormalizer.fold(text));
    WordLists words = WordLists.detect(parts);
    Set<String> stems = new LinkedHashSet<>();
    for (String part : parts) {
      if ((TextNormalizer.isWord(part) || TextNormalizer.isNumber(part)) && !words.isStop(part)) {
        stems.add(Medicines.BUILT_IN.genericName(part).orElseGet(() -> words.stem(part)));
      }
    }
    return stems;
  }
}
