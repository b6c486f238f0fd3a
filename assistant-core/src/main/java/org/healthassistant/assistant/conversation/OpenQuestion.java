package org.healthassistant.assistant.conversation;

import java.time.Instant;

/// How the question of a conversation stands.
///
/// @param messageId the patient's message after which it stands so
/// @param state a document of whoever asks, opened
/// @param at when it came to stand so
public record OpenQuestion(String messageId, String state, Instant at) {

  @Override
  public String toString() {
    return "OpenQuestion[" + messageId + ", [REDACTED]]";
  }
}
