package org.healthassistant.assistant.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.audit.Audit.Actor;
import org.healthassistant.assistant.audit.Audit.ObjectRef;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.risk.RiskFacts;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.fhir.FhirBundleDirectory.Reading;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Takes the records of the configured source into the sealed local copy: once at start, before
/// the first request is served, and again whenever [#run] is called.
@Component
public class RecordImport implements SmartInitializingSingleton {

  /// What a demo patient has consented to.
  private static final List<Purpose> DEMO =
      List.of(Purpose.CHAT, Purpose.RECORD, Purpose.WEARABLES);

  private static final Logger LOG = LoggerFactory.getLogger(RecordImport.class);

  private final RecordSource source;
  private final RecordStore store;
  private final Subjects subjects;
  private final Consents consents;
  private final PhoneNumbers numbers;
  private final Audit audit;
  private final Transactions transactions;
  private final RiskFacts risks;
  private volatile List<PatientSummary> patients = List.of();

  RecordImport(
      RecordSource source,
      RecordStore store,
      Subjects subjects,
      Consents consents,
      PhoneNumbers numbers,
      Audit audit,
      Transactions transactions,
      RiskFacts risks) {
    this.source = source;
    this.store = store;
    this.subjects = subjects;
    this.consents = consents;
    this.numbers = numbers;
    this.audit = audit;
    this.transactions = transactions;
    this.risks = risks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    run();
  }

  /// Reads the source and keeps what changed. A patient who is no longer in the source stays.
  /// What could not be read is logged with its file and place, never with a value.
  ///
  /// With no source configured it reads the built-in demo patients, but only in demo mode.
  public synchronized void run() {
    Optional<Reading> found = source.read();
    if (found.isEmpty()) {
      return;
    }
    Reading reading = found.get();
    reading.problems().forEach(problem -> LOG.warn("REC-001: {}", problem));
    List<PatientSummary> read = new ArrayList<>();
    int changed = 0;
    for (PatientRecord record : reading.records()) {
      Subject subject = subjects.ensurePatient(record.person().id());
      changed += keep(subject, record) ? 1 : 0;
      read.add(new PatientSummary(record.person().id(), record.person().name(), subject.id()));
    }
    patients = List.copyOf(read);
    LOG.info("records: {} patients read, {} new or changed", read.size(), changed);
  }

  /// The patients of the source, in its order, as of the last [#run]; empty before.
  public List<PatientSummary> patients() {
    return patients;
  }

  private boolean keep(Subject subject, PatientRecord record) {
    try {
      if (source.isDemo()) {
        consentOfDemo(subject.id());
      }
      record.person().phones().stream()
          .filter(phone -> phone.use().equals("mobile"))
          .map(Phone::number)
          .map(numbers::e164)
          .flatMap(Optional::stream)
          .forEach(number -> numbers.linkPatient(number, subject));
      return keepIfChanged(subject, record);
    } catch (KeyDestroyedException e) {
      LOG.warn("REC-002: subject {} was erased; its record is not taken again", subject.id());
      return false;
    }
  }

  private boolean keepIfChanged(Subject subject, PatientRecord record) {
    if (!store.differs(subject.id(), record)) {
      return false;
    }
    transactions.durable(() -> {
      subjects.lock(subject.id());
      store.keep(subject, record, risks.inRecord(record));
      audit.append(
          Actor.SYSTEM,
          "disclosure",
          Optional.of(subject.id()),
          new ObjectRef("record", "risk-facts"),
          "safety-screen");
    });
    return true;
  }

  private void consentOfDemo(String subjectId) {
    boolean decided =
        consents.forSubject(subjectId).stream().anyMatch(consent -> consent.at().isPresent());
    if (!decided) {
      DEMO.forEach(purpose -> consents.decide(subjectId, purpose, true));
    }
  }

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
