package org.healthassistant.assistant.turn.screening;

/// A message's meaning could not be read now, and it is too young to be given up: it is to be
/// tried again.
public final class UnreadMeaningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadMeaningException(String messageId) {
    super("TU-001: the meaning of message " + messageId + " cannot be read yet");
  }
}
