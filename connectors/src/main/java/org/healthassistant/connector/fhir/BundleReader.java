package org.healthassistant.connector.fhir;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns one Bundle, or resources of one patient from elsewhere, into that patient's record.
public final class BundleReader {
  private final String file;
  private final Dates dates;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> flawed = new HashSet<>();
  private final Set<RecordPart> incomplete = EnumSet.noneOf(RecordPart.class);
  private final Set<String> sensitive = new HashSet<>();

  private BundleReader(String file, Dates dates) {
    this.file = file;
    this.dates = dates;
  }

  /// What came of one file.
  ///
  /// @param record null if nothing of the file can be used
  record Result(@Nullable PatientRecord record, List<Problem> problems) {}

  /// What came of resources that a server gave.
  ///
  /// @param record who the patient is and what could be read
  /// @param flawed the types of which an entry could not be read
  /// @param problems one for each of these entries; empty if all was read
  public record Reading(PatientRecord record, Set<String> flawed, List<Problem> problems) {
    /// Copies the lists.
    public Reading {
      flawed = Set.copyOf(flawed);
      problems = List.copyOf(problems);
    }
  }

  /// Reads resources of one patient as the entries of a Bundle are read.
  ///
  /// @param patient the Patient resource
  /// @param entries of Bundles: objects with a `resource`; those about another patient are
  ///     problems, those that other entries refer to are looked up among them
  /// @param zone the time zone in which days and times are told
  /// @throws IllegalArgumentException if not even the patient can be read
  public static Reading readResources(JsonNode patient, List<JsonNode> entries, ZoneId zone) {
    List<BundleEntry> all = new ArrayList<>();
    all.add(BundleEntry.of(1, 0, JsonNodeFactory.instance.objectNode().set("resource", patient)));
    for (JsonNode entry : entries) {
      if (!entry.path("resource").path("resourceType").asString("").equals("Patient")) {
        all.add(BundleEntry.of(all.size() + 1, 0, entry));
      }
    }
    var reader = new BundleReader("the server", new Dates(zone));
    try {
      PatientRecord record = reader.record(new BundleFile(all, null, false, false));
      return new Reading(record, reader.flawed, reader.problems);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The parts of a record in which resources of a type stand; none for a type that is not read.
  public static Set<RecordPart> parts(String type) {
    return type.isEmpty() ? Set.of() : EntryReaders.parts(type);
  }

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
    return new PatientRecord(person, entries, bundle.asOf(), incomplete, sensitive);
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
    lose(entry);
    return List.of();
  }

  /// Notes that something of an entry is missing.
  private void lose(BundleEntry entry) {
    incomplete.addAll(EntryReaders.parts(entry.type()));
    flawed.add(entry.type());
  }

  private List<Entry> read(BundleEntry entry, BundleEntry patient, EntryReaders readers) {
    checkShape(entry);
    if (EntryReaders.isOfAnotherVersion(entry.type())) {
      throw new UnreadableException(
          "the entry is of another version of FHIR than R4", "export it as R4");
    }
    if (!EntryReaders.knows(entry.type())) {
      return List.of();
    }
    checkPatient(entry, patient);
    if (entry.isSensitive()) {
      sensitive.add(entry.source());
    }
    if (isSummary(entry)) {
      lose(entry);
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
    lose(entry);
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
