package org.healthassistant.assistant.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.risk.TimedRisk;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Tells what the local copy of a patient's record says. Safe from any thread; opens no
/// connection to anything but the database.
@Component
public class RecordDesk {

  /// Of an older copy the day is told.
  private static final Duration FRESH = Duration.ofDays(7);

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
    return store.person(subjectId);
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
    MEDICINES(RecordPart.MEDICINES),
    /// Current ones; also that none are known, where the record says so.
    ALLERGIES(RecordPart.ALLERGIES),
    /// Current ones.
    CONDITIONS(RecordPart.CONDITIONS),
    /// Those still to come, the next one first.
    APPOINTMENTS(RecordPart.APPOINTMENTS);

    private final RecordPart part;

    Part(RecordPart part) {
      this.part = part;
    }

    private RecordPart ofRecord() {
      return part;
    }
  }

  /// What is current in a part of the record, a fact an entry.
  ///
  /// @param language `en` or `es`
  /// @return empty without `record` consent or without a copy
  public Optional<RecordList> listed(String subjectId, Part part, Language language) {
    return shared(subjectId).map(record -> list(record, part, Wording.of(language)));
  }

  private RecordList list(PatientRecord record, Part part, Wording wording) {
    boolean incomplete = record.incomplete().contains(part.ofRecord());
    List<String> remarks = new ArrayList<>();
    if (incomplete) {
      remarks.add(wording.say("list.incomplete." + part.name()));
    }
    Instant made = record.asOf();
    if (made != null && made.isBefore(clock.instant().minus(FRESH))) {
      remarks.add(
          wording.say("list.as-of", "date", wording.date(LocalDate.ofInstant(made, clock.zone()))));
    }
    return new RecordList(
        new Lists(wording, clock.instant(), clock.zone()).tell(record, part), incomplete, remarks);
  }

  /// When the source made or last changed the copy; empty without `record` consent, without a
  /// copy, and where the source does not say.
  public Optional<Instant> asOf(String subjectId) {
    return consents.granted(subjectId, Purpose.RECORD) ? store.asOf(subjectId) : Optional.empty();
  }

  /// The record as the patient sees it: conditions, medicines, allergies, laboratory values,
  /// vital signs, appointments, always all six in this order; then other results, vaccines and
  /// procedures where the record has some.
  ///
  /// @param language `en` or `es`
  public List<RecordSection> sections(String subjectId, Language language) {
    if (!consents.granted(subjectId, Purpose.RECORD)) {
      return Sections.closed(RecordSection.Status.NOT_SHARED, language);
    }
    return store
        .record(subjectId)
        .map(record -> Sections.of(record, language, clock.today()))
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
