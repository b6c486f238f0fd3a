package org.healthassistant.assistant.safety;

/// One reason for a decision: what fired, and where in which message.
///
/// A rule that rests on several messages gives one finding for each of them.
///
/// @param rule the rule's id, or `meaning-emergency`, `meaning-same-day`, `meaning-routine`,
///     `screen-failed`
/// @param category the catalogue's category, such as `chest-pain`; [#UNCLEAR] where it is not
///     known
/// @param level the level this finding alone asks for
/// @param message the id of the message the span lies in
/// @param start offset into that message's text, in UTF-16 units
/// @param end offset just behind the span, never beyond the text
/// @param explanation why, in plain words for a nurse; holds nothing the patient wrote
/// @param meaning whether the classifier found it; `false` for a rule
public record Finding(
    String rule,
    String category,
    Level level,
    String message,
    int start,
    int end,
    String explanation,
    boolean meaning) {

  /// The category of what may be about anything.
  public static final String UNCLEAR = "unclear";

  /// Checks that the span is one.
  public Finding {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start <= end, got " + start + ".." + end);
    }
  }
}
