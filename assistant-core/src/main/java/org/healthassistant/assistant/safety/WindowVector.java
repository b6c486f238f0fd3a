package org.healthassistant.assistant.safety;

/// What the bilingual encoder makes of one stretch of the message.
///
/// @param start offset of the stretch in the message, in UTF-16 units
/// @param end offset just behind it
/// @param vector of unit length; taken as given, neither copied nor changed
@SuppressWarnings("ArrayRecordComponent")
public record WindowVector(int start, int end, float[] vector) {

  /// Checks that the span is one.
  public WindowVector {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a window needs 0 <= start <= end, got " + start + ".." + end);
    }
  }

  @Override
  public String toString() {
    return "WindowVector[" + start + ".." + end + ", REDACTED]";
  }
}
