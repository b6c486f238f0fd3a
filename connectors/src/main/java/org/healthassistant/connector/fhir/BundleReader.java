package org.healthassistant.connector.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/// Turns one Bundle into one patient's record.
final class BundleReader {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private BundleReader(String file) {
    this.file = file;
  }

  /// What came of one file.
  ///
  /// @param record null if nothing of the file can be used
  record Result(@Nullable PatientRecord record, List<Problem> problems) {}

  static Result read(String file, byte[] json) {
    var reader = new BundleReader(file);
    PatientRecord read = null;
    try {
      read = reader.record(BundleFile.parse(json));
    } catch (UnreadableException e) {
      reader.problems.add(e.problem(file, ""));
    }
    return new Result(read, List.copyOf(reader.problems));
  }

  private PatientRecord record(BundleFile bundle) {
    BundleEntry patient = onlyPatient(bundle);
    Person person;
    try {
      person =
          PatientReader.read(patient.id(), ResourceParser.parse(Patient.class, patient.resource()));
    } catch (UnreadableException e) {
      throw e.at(patient.place());
    }
    var readers = new EntryReaders(bundle.entries());
    Set<String> sources = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    for (BundleEntry entry : bundle.entries()) {
      try {
        checkShape(entry);
        if (EntryReaders.knows(entry.type())) {
          checkPatient(entry, patient);
          checkUnique(entry, sources);
          Entry read = readers.read(entry);
          if (read != null) {
            entries.add(read);
          }
        }
      } catch (UnreadableException e) {
        problems.add(e.problem(file, entry.place()));
      }
    }
    return new PatientRecord(person, entries, bundle.asOf());
  }

  private static BundleEntry onlyPatient(BundleFile bundle) {
    List<BundleEntry> patients = bundle.entries().stream()
        .filter(entry -> entry.type().equals("Patient"))
        .toList();
    if (patients.size() != 1) {
      throw new UnreadableException(
          "the Bundle holds " + patients.size() + " patients", "make one file for each patient");
    }
    return patients.getFirst();
  }

  private static void checkShape(BundleEntry entry) {
    if (entry.type().isEmpty()) {
      throw new UnreadableException(
          "the entry holds no resource with a resourceType", "remove it or export it again");
    }
  }

  private static void checkPatient(BundleEntry entry, BundleEntry patient) {
    for (String element : List.of("subject", "patient")) {
      String reference = entry.resource().path(element).path("reference").asString("");
      if (!reference.isEmpty() && !patient.isMeantBy(reference)) {
        throw new UnreadableException(
            "the entry is about another patient than the file's", "move it to that patient's file");
      }
    }
  }

  private static void checkUnique(BundleEntry entry, Set<String> sources) {
    if (!sources.add(entry.source())) {
      throw new UnreadableException(
          "an earlier entry has the same type and id, and was taken", "give each its own id");
    }
  }
}
