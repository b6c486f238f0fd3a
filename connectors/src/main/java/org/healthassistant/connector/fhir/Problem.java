package org.healthassistant.connector.fhir;

/// Something that could not be read, for the operator. Never holds a value of the record.
///
/// @param file the name of the file, without its directory
/// @param place where in the file, such as `entry 3 (Observation/a1c-3), line 120`; empty for the
/// whole file
/// @param what what is wrong
/// @param wayOut what to do about it
public record Problem(String file, String place, String what, String wayOut) {
  /// The problem on one line: file, place, what, way out.
  @Override
  public String toString() {
    return file + (place.isEmpty() ? "" : ", " + place) + ": " + what + "; " + wayOut;
  }
}
