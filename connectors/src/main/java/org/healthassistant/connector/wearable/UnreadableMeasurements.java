package org.healthassistant.connector.wearable;

/// Tells that a file is none of those that can be read, or is broken. Its message names no value.
public final class UnreadableMeasurements extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param what what is wrong, to the person who sent it
  public UnreadableMeasurements(String what) {
    super(what);
  }

  /// @param what what is wrong, to the person who sent it
  /// @param cause its values are not shown
  public UnreadableMeasurements(String what, Throwable cause) {
    super(what, cause);
  }
}
