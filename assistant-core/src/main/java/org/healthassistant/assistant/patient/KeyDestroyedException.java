package org.healthassistant.assistant.patient;

/// The key of a subject no longer exists: the subject was erased, and nothing of it can be read.
public final class KeyDestroyedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyDestroyedException(String keyId) {
    super("PT-003: key " + keyId + " was destroyed with its subject's data");
  }
}
