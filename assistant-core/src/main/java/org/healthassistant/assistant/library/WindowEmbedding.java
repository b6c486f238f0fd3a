package org.healthassistant.assistant.library;

/// What the bilingual encoder makes of one stretch of a message.
///
/// @param start where the stretch begins in the message, in UTF-16 units
/// @param end where it ends, exclusive
/// @param vector of unit length; taken as given, neither copied nor changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WindowEmbedding(int start, int end, float[] vector) {

  @Override
  public String toString() {
    return "WindowEmbedding[" + start + ".." + end + ", REDACTED]";
  }
}
