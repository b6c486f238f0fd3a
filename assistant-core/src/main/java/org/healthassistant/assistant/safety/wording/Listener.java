package org.healthassistant.assistant.safety.wording;

/// Who reads a reply.
///
/// @param helps whether the danger is somebody else's, for whom the reader writes
/// @param mayBeAsked whether the reader may be asked if the person is safe: once in an episode
public record Listener(boolean helps, boolean mayBeAsked) {

  /// The person in danger, who was not asked yet.
  public static final Listener SELF = new Listener(false, true);
}
