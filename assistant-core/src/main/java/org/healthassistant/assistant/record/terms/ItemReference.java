package org.healthassistant.assistant.record.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;

/// Names the record items that matter for a topic: all of one measure, one class of medicines,
/// and so on.
///
/// @param kind what kind of item it is
/// @param name what the items are called under that kind in `record/topics.yaml`
public record ItemReference(Kind kind, String name) {

  /// Reads a reference as the file has it, `measure/a1c`.
  ///
  /// @throws IllegalArgumentException if it has no known kind; names the kinds there are
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ItemReference parse(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? text : text.substring(0, slash);
    return Arrays.stream(Kind.values())
        .filter(known -> slash > 0 && known.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .map(known -> new ItemReference(known, text.substring(slash + 1)))
        .orElseThrow(() -> new IllegalArgumentException("topics.yaml refers to '" + text
            + "'; expected measure/…, medicine/…, allergy/… or condition/…"));
  }

  /// What kind of record item is referred to.
  public enum Kind {
    /// Something measured, such as a laboratory value.
    MEASURE,
    /// A class of medicines.
    MEDICINE,
    /// Substances a patient may be allergic to.
    ALLERGY,
    /// A condition.
    CONDITION
  }
}
