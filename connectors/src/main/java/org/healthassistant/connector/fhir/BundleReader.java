package org.healthassistant.connector.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.RecordPart;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/// Turns one Bundle into one patient's record.
final class BundleReader {
  private final String file;
  private final Dates dates;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<RecordPart> incomplete = EnumSet.noneOf(RecordPart.class);

  private BundleReader(String file, Dates dates) {
    this.file = file;
    this.dates = dates;
  }

  /// What came of one file.
  ///
  /// @param record null if nothing of the file can be used
  record Result(@Nullable PatientRecord record, List<Problem> problems) {}

  static Result read(String file, byte[] json) {
    return read(file, json, Dates.AS_WRITTEN);
  }

  static Result read(String file, byte[] json, Dates dates) {
    var reader = new BundleReader(file, dates);
    PatientRecord read = null;
    try {
      read = reader.record(parse(file, json));
    } catch (UnreadableException e) {
      reader.problems.add(e.problem(file, ""));
    } catch (RuntimeException e) {
      reader.problems.add(unexpected(e).problem(file, ""));
    }
    return new Result(read, List.copyOf(reader.problems));
  }

  /// The id of the patient that a file is about; empty where it cannot be told.
  static Optional<String> patientId(String file, byte[] json) {
    try {
      BundleFile bundle = parse(file, json);
      List<BundleEntry> entries =
          LatestVersions.choose(bundle.entries(), bundle.newestFirst()).entries();
      return Optional.of(onlyPatient(entries).id()).filter(id -> !id.isEmpty());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static BundleFile parse(String file, byte[] json) {
    return file.toLowerCase(Locale.ROOT).endsWith(FhirBundleDirectory.LINES)
        ? BundleFile.parseLines(json)
        : BundleFile.parse(json);
  }

  private PatientRecord record(BundleFile bundle) {
    if (bundle.cut()) {
      incomplete.addAll(RecordPart.all());
      problems.add(new Problem(
          file,
          "",
          "the Bundle says that something was left out (a further page, an error, a summary)",
          "export the whole record; until then it is told as incomplete"));
    }
    var latest = LatestVersions.choose(bundle.entries(), bundle.newestFirst());
    latest.doubtful().forEach(this::tellDoubtful);
    BundleEntry patient = onlyPatient(latest.entries());
    Person person = person(patient);
    var readers = new EntryReaders(latest.entries(), dates);
    List<Entry> entries = new ArrayList<>();
    for (BundleEntry entry : latest.entries()) {
      entries.addAll(attempt(entry, each -> read(each, patient, readers)));
    }
    incomplete.addAll(Compositions.incomplete(latest.entries()));
    return new PatientRecord(person, entries, bundle.asOf(), incomplete);
  }

  /// The outcome of reading an entry; nothing, a problem and an incomplete part where it fails,
  /// whatever the reason.
  private List<Entry> attempt(BundleEntry entry, Function<BundleEntry, List<Entry>> read) {
    try {
      return read.apply(entry);
    } catch (UnreadableException e) {
      problems.add(e.problem(file, entry.place()));
    } catch (RuntimeException e) {
      problems.add(unexpected(e).problem(file, entry.place()));
    }
    incomplete.addAll(EntryReaders.parts(entry.type()));
    return List.of();
  }

  private List<Entry> read(BundleEntry entry, BundleEntry patient, EntryReaders readers) {
    checkShape(entry);
    if (!EntryReaders.knows(entry.type())) {
      return List.of();
    }
    checkPatient(entry, patient);
    if (isSummary(entry)) {
      incomplete.addAll(EntryReaders.parts(entry.type()));
    }
    return readers.read(entry);
  }

  /// Whether the source marked the resource as shortened.
  private static boolean isSummary(BundleEntry entry) {
    boolean marked = false;
    for (var tag : entry.resource().path("meta").path("tag")) {
      marked |= tag.path("code").asString("").equals("SUBSETTED");
    }
    return marked;
  }

  private Person person(BundleEntry patient) {
    try {
      return PatientReader.read(
          patient.id(), ResourceParser.parse(Patient.class, patient.resource()));
    } catch (UnreadableException e) {
      throw e.at(patient.place());
    } catch (RuntimeException e) {
      throw unexpected(e).at(patient.place());
    }
  }

  private void tellDoubtful(BundleEntry entry) {
    problems.add(new UnreadableException(
            "an earlier entry has the same type and id, and was taken", "give each its own id")
        .problem(file, entry.place()));
    incomplete.addAll(EntryReaders.parts(entry.type()));
  }

  /// A fault that nobody foresaw; its kind is told, not its message, which may hold a value.
  private static UnreadableException unexpected(RuntimeException e) {
    return new UnreadableException(
        "this could not be read (" + e.getClass().getSimpleName() + ")",
        "correct it in the source and export it again");
  }

  private static BundleEntry onlyPatient(List<BundleEntry> entries) {
    List<BundleEntry> patients =
        entries.stream().filter(entry -> entry.type().equals("Patient")).toList();
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
}
