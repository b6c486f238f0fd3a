package org.healthassistant.assistant.answer.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a sentence into the statements that it joins: at a semicolon, and at a comma before
/// `and`, `but`, `while`, `y` or `pero`. A sentence with a condition stays whole, since what
/// holds under it must not be checked without it.
final class Statements {

  private static final Pattern CONDITION = Pattern.compile(
      "\\b(if|when|unless|until|once|in case|si|cuando|hasta|a menos|con tal)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINT = Pattern.compile(
      ";\\s+|,\\s+(?:and|but|while|yet|y|pero|mientras que)\\s+", Pattern.CASE_INSENSITIVE);

  private static final int LEAST_WORDS = 4;

  private Statements() {}

  /// The statements in order; one where nothing is joined.
  static List<String> of(String sentence) {
    if (CONDITION.matcher(sentence).find()) {
      return List.of(sentence);
    }
    List<String> parts = new ArrayList<>();
    for (String part : JOINT.split(sentence)) {
      if (part.strip().split(" ").length < LEAST_WORDS) {
        return List.of(sentence);
      }
      parts.add(part.strip());
    }
    return parts;
  }
}
