package org.healthassistant.connector.fhir;

/// Tells that a file or entry cannot be read. Its message never holds a value of the record.
final class UnreadableException extends RuntimeException {
  private final String place;
  private final String what;
  private final String wayOut;

  UnreadableException(String place, String what, String wayOut) {
    super(what);
    this.place = place;
    this.what = what;
    this.wayOut = wayOut;
  }

  UnreadableException(String what, String wayOut) {
    this("", what, wayOut);
  }

  /// The same, placed in the file.
  UnreadableException at(String newPlace) {
    return new UnreadableException(newPlace, what, wayOut);
  }

  /// The problem, placed in the file and, unless it knows better, at the given place.
  Problem problem(String file, String defaultPlace) {
    return new Problem(file, place.isEmpty() ? defaultPlace : place, what, wayOut);
  }
}
