package org.healthassistant.assistant.safety;

/// How soon a person must look at what a patient wrote, in rising order.
///
/// The names are the contract's words, used by the interface, the database and the screens alike.
public enum Level {
  /// Education is enough; nobody is told.
  SELF_CARE,
  /// The care team should know within days: an inbox item, nobody is paged.
  ROUTINE,
  /// A clinician must be in contact today; paged.
  SAME_DAY,
  /// Life may be in danger now; emergency wording at once, paged at once.
  EMERGENCY;

  /// Whether this level is the other one or more urgent.
  public boolean atLeast(Level other) {
    return compareTo(other) >= 0;
  }

  /// The more urgent of the two.
  public static Level max(Level one, Level other) {
    return one.atLeast(other) ? one : other;
  }
}
