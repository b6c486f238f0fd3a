package org.healthassistant.assistant.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.audit.Audit.Actor;
import org.healthassistant.assistant.audit.Audit.ObjectRef;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.record.measured.NewReadings;
import org.healthassistant.assistant.record.measured.RecentReadings;
import org.healthassistant.assistant.record.risk.RiskFacts;
import org.healthassistant.assistant.record.server.Copies;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Keeps the sealed copy of a patient's record where it differs from what is kept.
@Component
class RecordCopies implements Copies {

  /// What a demo patient has consented to.
  private static final List<Purpose> DEMO =
      List.of(Purpose.CHAT, Purpose.RECORD, Purpose.WEARABLES);

  private static final RiskFacts RISKS = RiskFacts.builtIn();
  private static final Logger LOG = LoggerFactory.getLogger(RecordCopies.class);

  private final RecordStore store;
  private final Subjects subjects;
  private final Consents consents;
  private final Audit audit;
  private final Transactions transactions;
  private final RecentReadings recent;
  private final ObjectProvider<NewReadings> watchers;
  private final ObjectProvider<FirstCopies> firstCopies;

  RecordCopies(
      RecordStore store,
      Subjects subjects,
      Consents consents,
      Audit audit,
      Transactions transactions,
      RecentReadings recent,
      ObjectProvider<NewReadings> watchers,
      ObjectProvider<FirstCopies> firstCopies) {
    this.firstCopies = firstCopies;
    this.recent = recent;
    this.watchers = watchers;
    this.store = store;
    this.subjects = subjects;
    this.consents = consents;
    this.audit = audit;
    this.transactions = transactions;
  }

  /// Keeps a record; durable before it returns.
  ///
  /// @param consented whether the patient is taken as having consented, as in demo mode
  Kept keep(PatientRecord record, boolean consented) {
    Subject subject = subjects.ensurePatient(record.person().id());
    try {
      if (consented) {
        consentOfDemo(subject.id());
      }
      return new Kept(subject, keepIfChanged(subject, record));
    } catch (KeyDestroyedException e) {
      LOG.warn("REC-002: subject {} was erased; its record is not taken again", subject.id());
      return new Kept(subject, false);
    }
  }

  @Override
  public Optional<PatientRecord> find(String subjectId) {
    return store.record(subjectId);
  }

  /// Keeps what a FHIR server said.
  @Override
  public boolean keep(PatientRecord record) {
    Kept kept = keep(record, false);
    return kept.changed() || store.isKept(kept.subject().id());
  }

  /// The subjects of whom there is a copy.
  Set<String> subjects() {
    return store.subjects();
  }

  private boolean keepIfChanged(Subject subject, PatientRecord record) {
    if (!store.differs(subject.id(), record)) {
      store.tellAge(subject.id(), record.asOf());
      return false;
    }
    transactions.durable(() -> {
      subjects.lock(subject.id());
      List<NewReading> fresh = fresh(subject, record);
      boolean first = !store.isKept(subject.id());
      store.keep(subject, record, RISKS.inRecord(record));
      audit.append(
          Actor.SYSTEM,
          "disclosure",
          Optional.of(subject.id()),
          new ObjectRef("record", "risk-facts"),
          "safety-screen");
      if (!fresh.isEmpty()) {
        watchers.forEach(watcher -> watcher.taken(subject, fresh));
      }
      if (first) {
        firstCopies.forEach(listener -> listener.came(subject));
      }
    });
    return true;
  }

  /// Recent readings that the copy of before did not have. Of a first copy none is new: nobody
  /// knows who has looked at it.
  private List<NewReading> fresh(Subject subject, PatientRecord record) {
    Optional<PatientRecord> before = store.record(subject.id());
    if (before.isEmpty()) {
      return List.of();
    }
    Set<String> known = before.get().entries(Measurement.class).stream()
        .map(Measurement::source)
        .collect(Collectors.toSet());
    return record.entries(Measurement.class).stream()
        .filter(reading -> !known.contains(reading.source()))
        .filter(reading ->
            reading.dateTime() != null && recent.isRecent(reading.dateTime().toInstant()))
        .map(reading -> new NewReading(reading, "", false, false))
        .toList();
  }

  private void consentOfDemo(String subjectId) {
    boolean decided =
        consents.forSubject(subjectId).stream().anyMatch(consent -> consent.at().isPresent());
    if (!decided) {
      DEMO.forEach(purpose -> consents.decide(subjectId, purpose, true));
    }
  }

  /// What became of a record.
  ///
  /// @param subject whose it is
  /// @param changed whether it was new or different
  record Kept(Subject subject, boolean changed) {}
}
