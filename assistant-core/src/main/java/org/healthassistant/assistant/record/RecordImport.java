package org.healthassistant.assistant.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.NumberLinks;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.record.RecordSource.RecordFile;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.fhir.FhirBundleDirectory.FileReading;
import org.healthassistant.connector.fhir.Problem;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Takes the records of the configured source into the sealed local copy, file by file.
///
/// In demo mode once at start, since its sign-in links name the patients. Otherwise
/// [RecordRefresh] runs it in the background, by one instance at a time: messages are screened
/// meanwhile, with the copies of the run before.
@Component
public class RecordImport implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(RecordImport.class);

  private final RecordSource source;
  private final RecordCopies copies;
  private final PhoneNumbers numbers;
  private final NumberLinks links;
  private final ClinicalClock clock;
  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private volatile List<PatientSummary> patients = List.of();

  RecordImport(
      RecordSource source,
      RecordCopies copies,
      PhoneNumbers numbers,
      NumberLinks links,
      ClinicalClock clock) {
    this.source = source;
    this.copies = copies;
    this.numbers = numbers;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (source.isDemo()) {
      run();
    }
  }

  /// Reads the files that changed since the last run of this process, keeps what differs, and
  /// lets the links of phone numbers follow. A patient who is no longer in the source stays.
  ///
  /// What could not be read is logged with the file's number in the order of names and the place
  /// in it, never with a name, an id or a value. One bad file never stops the others.
  ///
  /// With no source configured it reads the built-in demo patients, but only in demo mode.
  public synchronized void run() {
    Optional<RecordFile.Listing> found = source.list();
    if (found.isEmpty()) {
      return;
    }
    RecordFile.Listing listing = found.get();
    listing.problems().forEach(problem -> log("the source", problem));
    List<? extends RecordFile> files = listing.files();
    taken.keySet().retainAll(files.stream().map(RecordFile::key).collect(Collectors.toSet()));
    Set<String> kept = copies.subjects();
    taken.values().removeIf(known -> !kept.contains(known.summary().subjectId()));
    Map<RecordFile, String> ids = ids(files);
    Set<String> twice = twice(ids.values());
    int changed = 0;
    for (int i = 0; i < files.size(); i++) {
      RecordFile file = files.get(i);
      String place = "file " + (i + 1) + " of " + files.size() + " in the order of names";
      if (twice.contains(ids.get(file))) {
        taken.remove(file.key());
        LOG.warn(
            "REC-001: {}: another file holds the same patient id, so neither was loaded;"
                + " keep one, or give the patients ids of their own",
            place);
      } else if (!isTaken(file)) {
        changed += take(file, place) ? 1 : 0;
      }
    }
    links.follow(taken.values().stream().map(this::claim).toList());
    patients = taken.values().stream().map(Taken::summary).toList();
    LOG.info("records: {} patients read, {} new or changed", taken.size(), changed);
  }

  /// The patients of the source, in its order, as of the last [#run]; empty before.
  public List<PatientSummary> patients() {
    return patients;
  }

  private Map<RecordFile, String> ids(List<? extends RecordFile> files) {
    Map<RecordFile, String> ids = new HashMap<>();
    for (RecordFile file : files) {
      Taken known = taken.get(file.key());
      if (known != null && isTaken(file)) {
        ids.put(file, known.summary().id());
      } else {
        file.patientId().ifPresent(id -> ids.put(file, id));
      }
    }
    return ids;
  }

  private static Set<String> twice(Collection<String> ids) {
    Set<String> seen = new HashSet<>();
    return ids.stream().filter(id -> !seen.add(id)).collect(Collectors.toSet());
  }

  private boolean isTaken(RecordFile file) {
    Taken known = taken.get(file.key());
    return known != null && known.fingerprint().equals(file.fingerprint());
  }

  /// Whether the file held a record that is new or different. Whatever goes wrong is this file's.
  private boolean take(RecordFile file, String place) {
    try {
      String fingerprint = file.fingerprint();
      FileReading reading = file.read();
      reading.problems().forEach(problem -> log(place, problem));
      if (reading.record().isEmpty()) {
        return false;
      }
      PatientRecord record = reading.record().get();
      RecordCopies.Kept kept = copies.keep(record, source.isDemo());
      Person person = record.person();
      taken.put(
          file.key(),
          new Taken(
              fingerprint,
              new PatientSummary(person.id(), person.name(), kept.subject().id()),
              person.phones()));
      return kept.changed();
    } catch (RuntimeException e) {
      // Not its message: it may hold the value that the database refused.
      LOG.warn(
          "REC-001: {}: the record could not be kept ({}); the others are; correct it in the"
              + " source",
          place,
          e.getClass().getSimpleName());
      return false;
    }
  }

  private static void log(String file, Problem problem) {
    String place = problem.place().replaceAll("\\((\\w+)/[^)]*\\)", "($1)");
    LOG.warn(
        "REC-001: {}{}: {}; {}",
        file,
        place.isEmpty() ? "" : ", " + place,
        problem.what(),
        problem.wayOut());
  }

  private NumberLinks.Claim claim(Taken of) {
    Set<String> texted = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Phone phone : of.phones()) {
      if (phone.isHeldOn(clock.today())) {
        numbers
            .e164(phone.number())
            .ifPresent(phone.use().equals("mobile") ? texted::add : others::add);
      }
    }
    return new NumberLinks.Claim(of.summary().subjectId(), texted, others);
  }

  /// What was taken of a file.
  private record Taken(String fingerprint, PatientSummary summary, List<Phone> phones) {}

  /// Who a patient of the source is.
  ///
  /// @param id in the record
  /// @param name for people
  /// @param subjectId our own id
  public record PatientSummary(String id, String name, String subjectId) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
