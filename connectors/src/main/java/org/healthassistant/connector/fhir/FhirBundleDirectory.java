package org.healthassistant.connector.fhir;

import java.nio.file.Path;
import java.util.List;
import org.healthassistant.connector.record.PatientRecord;

/// A directory of FHIR R4 Bundles in JSON, one patient a file.
public final class FhirBundleDirectory {
  private FhirBundleDirectory() {}

  /// Reads every `*.json` file of a directory, in the order of their names.
  ///
  /// What cannot be read is a [Problem] and the rest is still loaded: an entry on its own if only
  /// that entry is
  /// wrong, else the file. Two files with the same patient id are a problem and neither is loaded.
  /// Sub-directories and hidden files are left out.
  ///
  /// @param directory if it does not exist or cannot be listed, that is the one problem of the
  /// reading
  public static Reading read(Path directory) {
    throw new UnsupportedOperationException();
  }

  /// Reads the five built-in demo patients, who are invented.
  public static Reading builtIn() {
    throw new UnsupportedOperationException();
  }

  /// What was read.
  ///
  /// @param records one a patient, in the order of the file names
  /// @param problems empty if all was read
  public record Reading(List<PatientRecord> records, List<Problem> problems) {
    /// Copies the lists.
    public Reading {
      records = List.copyOf(records);
      problems = List.copyOf(problems);
    }
  }
}
