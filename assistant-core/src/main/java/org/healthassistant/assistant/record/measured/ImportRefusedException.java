package org.healthassistant.assistant.record.measured;

/// Tells why a file of measurements is not taken, or not to its end.
public final class ImportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean busy;

  private ImportRefusedException(boolean busy, String what, Throwable cause) {
    super(what, cause);
    this.busy = busy;
  }

  /// An import of the patient is under way, or too many are.
  static ImportRefusedException ofBusy() {
    return new ImportRefusedException(
        true, "an import is under way", new IllegalStateException("busy"));
  }

  /// It is none of the files that can be read, or breaks off.
  static ImportRefusedException ofUnreadable(RuntimeException why) {
    return new ImportRefusedException(false, String.valueOf(why.getMessage()), why);
  }

  /// Whether it can be sent again a little later.
  public boolean isBusy() {
    return busy;
  }
}
