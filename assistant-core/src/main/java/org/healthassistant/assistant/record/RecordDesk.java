package org.healthassistant.assistant.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.risk.TimedRisk;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Tells what the local copy of a patient's record says. Safe from any thread; opens no
/// connection to anything but the database.
@Component
public class RecordDesk {

  private final RecordStore store;
  private final Consents consents;
  private final ClinicalClock clock;
  private final Facts facts;

  RecordDesk(RecordStore store, Consents consents, ClinicalClock clock, Facts facts) {
    this.store = store;
    this.consents = consents;
    this.clock = clock;
    this.facts = facts;
  }

  /// Who the record is about, for the care team and for greeting; empty when there is no copy.
  /// Needs no consent, so nothing of it may be told to anybody else.
  public Optional<Person> person(String subjectId) {
    return store.record(subjectId).map(PatientRecord::person);
  }

  /// What the record says that can lift the level of a complaint: computed when the record was
  /// imported, used whatever the consents say; empty when there is no copy.
  public Set<RiskFact> riskFacts(String subjectId) {
    return store.risks(subjectId).stream()
        .filter(risk -> risk.holdsOn(clock.today()))
        .map(TimedRisk::fact)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The facts that matter for a piece of vetted content, the most telling first: those of the
  /// first of its topics that has any tie to records.
  ///
  /// @param topics topics of an article, its main one first
  /// @param language `en` or `es`
  /// @return empty without `record` consent, without a copy, and where nothing is tied to the
  /// topics
  public List<RecordFact> facts(String subjectId, Collection<String> topics, Language language) {
    return shared(subjectId)
        .map(record -> facts.forTopics(record, topics, language, clock.today()))
        .orElse(List.of());
  }

  /// How a measured thing went from its first reading to its last, as a fact; empty without
  /// `record` consent, with fewer than two readings, and for a code that no topic is tied to.
  ///
  /// @param language `en` or `es`
  public Optional<RecordFact> trendFact(String subjectId, String loinc, Language language) {
    return shared(subjectId).flatMap(record -> facts.trend(record, loinc, language, clock.today()));
  }

  /// A part of the record that can be told entry by entry.
  public enum Part {
    /// In use, as far as the record knows.
    MEDICINES,
    /// Current ones; also that none are known, where the record says so.
    ALLERGIES,
    /// Current ones.
    CONDITIONS,
    /// Those still to come, the next one first.
    APPOINTMENTS
  }

  /// What is current in a part of the record, a fact an entry.
  ///
  /// @param language `en` or `es`
  /// @return empty without `record` consent or without a copy; an empty list where the record
  ///     says nothing, which is not the same as "there is none"
  public Optional<List<RecordFact>> listed(String subjectId, Part part, Language language) {
    return shared(subjectId).map(record -> Lists.of(record, part, language, clock.today()));
  }

  /// The record as the patient sees it: conditions, medicines, allergies, laboratory values,
  /// vital signs, appointments, always all six in this order.
  ///
  /// @param language `en` or `es`
  public List<RecordSection> sections(String subjectId, Language language) {
    if (!consents.granted(subjectId, Purpose.RECORD)) {
      return Sections.closed(RecordSection.Status.NOT_SHARED, language);
    }
    return store
        .record(subjectId)
        .map(record -> Sections.of(record, language))
        .orElseGet(() -> Sections.closed(RecordSection.Status.NOT_AVAILABLE, language));
  }

  /// The readings of one LOINC code; empty without `record` consent or when the record holds
  /// none.
  public Optional<Trend> trend(String subjectId, String loinc) {
    return shared(subjectId).flatMap(record -> Trends.of(record, loinc, clock.today()));
  }

  /// What a clinician reads first: current conditions and medicines, allergies, recent
  /// laboratory values and vital signs, each with the item it rests on, in English. Needs no
  /// consent; for the care team only.
  public List<RecordFact> clinicalSummary(String subjectId) {
    return store
        .record(subjectId)
        .map(record -> Summary.of(record, clock.today()))
        .orElse(List.of());
  }

  private Optional<PatientRecord> shared(String subjectId) {
    return consents.granted(subjectId, Purpose.RECORD) ? store.record(subjectId) : Optional.empty();
  }
}
