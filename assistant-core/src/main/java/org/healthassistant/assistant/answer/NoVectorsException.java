package org.healthassistant.assistant.answer;

/// The encoders were too busy to read a question in time; it is worth asking again later.
public final class NoVectorsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoVectorsException() {
    super("AN-003: the encoders did not read the question in time");
  }
}
