package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a check still tolerates, by name; this list only ever shrinks.
///
/// A line that no check needs any more fails that check, so whoever mends the last case takes
/// the line out in the same change.
final class NotYet {

  /// Methods of more ways through than [SizeTest] allows.
  static final Set<String> BRANCHING_METHODS =
      Set.of("Quantities.bound", "TextNormalizer.english", "Tokeniser.Scan.takeSign");

  private NotYet() {}

  /// Fails with all that was found and is not tolerated, and with all that is tolerated for
  /// nothing.
  ///
  /// @param rule what is checked, for the message
  /// @param found name of what breaks the rule, with what is wrong with it
  /// @param tolerated names that may still break it
  static void check(String rule, Map<String, String> found, Set<String> tolerated) {
    Map<String, String> wrong = new TreeMap<>(found);
    wrong.keySet().removeAll(tolerated);
    assertThat(wrong).as(rule).isEmpty();
    Set<String> needless = new TreeSet<>(tolerated);
    needless.removeAll(found.keySet());
    assertThat(needless)
        .as("no longer needed in NotYet (%s): take these lines out", rule)
        .isEmpty();
  }
}
