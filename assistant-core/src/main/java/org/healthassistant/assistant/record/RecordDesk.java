package org.healthassistant.assistant.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.record.measured.MeasuredReadings;
import org.healthassistant.assistant.record.plot.Trend;
import org.healthassistant.assistant.record.plot.Trends;
import org.healthassistant.assistant.record.risk.TimedRisk;
import org.healthassistant.assistant.record.server.RecordReads;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.StarterTopics;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.RecordTeller;
import org.healthassistant.assistant.record.told.Reply;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells what the local copy of a patient's record says. Safe from any thread. Where records come
/// from a FHIR server, what the patient is told waits shortly for a newer copy; what the screen
/// and the care team ask never waits.
@Component
public class RecordDesk {

  private static final int STARTERS_BY_CONDITION = 2;

  private final RecordStore store;
  private final Consents consents;
  private final ClinicalClock clock;
  private final Facts facts;
  private final MeasuredReadings measured;
  private final @Nullable RecordReads reads;

  RecordDesk(
      RecordStore store,
      Consents consents,
      ClinicalClock clock,
      Facts facts,
      MeasuredReadings measured,
      ObjectProvider<RecordReads> reads) {
    this.measured = measured;
    this.reads = reads.getIfAvailable();
    this.store = store;
    this.consents = consents;
    this.clock = clock;
    this.facts = facts;
  }

  /// Who the record is about, for the care team and for greeting; empty when there is no copy.
  /// Needs no consent, so nothing of it may be told to anybody else.
  public Optional<Person> person(String subjectId) {
    need(subjectId);
    return store.person(subjectId);
  }

  /// Who the records of some subjects are about, by their ids, as [#person]; those without a copy
  /// are left out.
  public Map<String, Person> persons(Collection<String> subjectIds) {
    subjectIds.forEach(this::need);
    return store.persons(subjectIds);
  }

  /// Who the record is about, as the copy has it; asks nobody for a newer one.
  Optional<Person> personKept(String subjectId) {
    return store.person(subjectId);
  }

  /// The people whom the record has as related to the patient, also those who were; empty when
  /// there is no copy. Needs no consent: whether they may see anything is asked elsewhere.
  List<CareItem.Relative> relatives(String subjectId) {
    await(subjectId);
    return store
        .record(subjectId)
        .map(record -> record.entries(CareItem.Relative.class))
        .orElse(List.of());
  }

  /// What the record says that can lift the level of a complaint: computed when the record was
  /// imported, used whatever the consents say; empty when there is no copy.
  public Set<RiskFact> riskFacts(String subjectId) {
    need(subjectId);
    return store.risks(subjectId).stream()
        .filter(risk -> risk.holdsOn(clock.today()))
        .map(TimedRisk::fact)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// As [#riskFacts(String)], for what is said to a viewer: a caregiver who does not see all is
  /// told none, since each may rest on what is kept from them.
  public Set<RiskFact> riskFacts(Viewer viewer) {
    return viewer.seesAll() ? riskFacts(viewer.subjectId()) : Set.of();
  }

  /// Whether the copy was made or changed at a time or after it, so that what the screen asked
  /// before may have been another. Where there is none yet it waits shortly for one; never in a
  /// transaction.
  public boolean isNewer(String subjectId, Instant than) {
    if (!store.isKept(subjectId)) {
      await(subjectId);
    }
    return store.keptAt(subjectId).filter(at -> !at.isBefore(than)).isPresent();
  }

  /// The facts that matter for a piece of vetted content, the most telling first: those of the
  /// first of its topics that has any tie to records.
  ///
  /// @param topics topics of an article, its main one first
  /// @param language `en` or `es`
  /// @return empty without `record` consent, without a copy, and where nothing is tied to the
  /// topics
  public List<RecordFact> facts(String subjectId, Collection<String> topics, Language language) {
    return shared(Viewer.patient(subjectId))
        .map(record -> facts.forTopics(record, topics, language, clock.today()))
        .orElse(List.of());
  }

  /// The last reading of a measure, as a fact; empty without `record` consent, without a reading,
  /// and for a measure that is not known by name.
  ///
  /// @param loinc one of its codes
  /// @param language `en` or `es`
  public Optional<RecordFact> value(Viewer viewer, String loinc, Language language) {
    return shared(viewer, List.of(loinc))
        .flatMap(record -> facts.value(record, loinc, language, clock.today()));
  }

  /// Whether the patient lets the assistant use the record, there is one, and the viewer may be
  /// told something of it.
  public boolean isShared(Viewer viewer) {
    return shared(viewer).isPresent();
  }

  /// How a measured thing went from its first reading to its last, as a fact; empty without
  /// `record` consent, with fewer than two readings, and for a code that no topic is tied to.
  ///
  /// @param language `en` or `es`
  public Optional<RecordFact> trendFact(String subjectId, String loinc, Language language) {
    return shared(Viewer.patient(subjectId))
        .flatMap(record -> facts.trend(record, loinc, language, clock.today()));
  }

  /// What the record says to a question.
  ///
  /// @param language `en` or `es`
  /// @return empty where the question names nothing that the record can be asked for
  public Optional<Reply> tell(Viewer viewer, RecordQuestion question, Language language) {
    if (!consents.granted(viewer.subjectId(), Purpose.RECORD) || !viewer.mayAsk(question.part())) {
      return closed(question, Reply.Status.NOT_SHARED);
    }
    Optional<PatientRecord> record = copy(viewer.subjectId())
        .map(own -> viewer.seen(withMeasured(own, viewer.subjectId(), question)));
    return record.isEmpty()
        ? closed(question, Reply.Status.NOT_AVAILABLE)
        : new RecordTeller(
                record.get(), Wording.of(language), language, clock.instant(), clock.zone())
            .tell(question);
  }

  /// The names of what is current of a part that can be listed, with the item each stands for;
  /// empty without `record` consent or without a copy.
  ///
  /// @param part medicines, allergies, conditions or appointments
  /// @param language `en` or `es`
  public List<RecordFact> current(Viewer viewer, RecordQuestion.Part part, Language language) {
    return shared(viewer)
        .map(record -> new RecordTeller(
                record, Wording.of(language), language, clock.instant(), clock.zone())
            .current(part))
        .orElse(List.of())
        .stream()
        .flatMap(told -> told.sources().stream()
            .limit(1)
            .map(entry -> Facts.fact(entry, told.text(), entry.label(), Optional.empty())))
        .toList();
  }

  /// Which questions of a beginning conversation fit the record, the most fitting first: by
  /// conditions two at most, then `visit` and `medicines`. Empty without `record` consent or
  /// without a copy.
  ///
  /// @param language `en` or `es`
  /// @return the ends of their keys among the words of the greeting
  public List<String> starters(String subjectId, Language language) {
    Viewer patient = Viewer.patient(subjectId);
    if (!isShared(patient)) {
      return List.of();
    }
    List<String> conditions = current(patient, RecordQuestion.Part.CONDITIONS, language).stream()
        .map(RecordFact::label)
        .toList();
    boolean visit =
        !current(patient, RecordQuestion.Part.APPOINTMENTS, language).isEmpty();
    boolean medicines =
        !current(patient, RecordQuestion.Part.MEDICINES, language).isEmpty();
    return Stream.of(
            StarterTopics.fitting(conditions, riskFacts(subjectId)).stream()
                .limit(STARTERS_BY_CONDITION),
            visit ? Stream.of("visit") : Stream.<String>empty(),
            medicines ? Stream.of("medicines") : Stream.<String>empty())
        .flatMap(keys -> keys)
        .toList();
  }

  private static Optional<Reply> closed(RecordQuestion question, Reply.Status status) {
    return question.isFirm() ? Optional.of(Reply.closed(status)) : Optional.empty();
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
  public List<RecordSection> sections(Viewer viewer, Language language) {
    if (!consents.granted(viewer.subjectId(), Purpose.RECORD) || !viewer.seesAny()) {
      return Sections.closed(RecordSection.Status.NOT_SHARED, language);
    }
    return copy(viewer.subjectId())
        .map(record -> Sections.of(
            viewer.seen(record),
            viewer.sees(CarePart.RESULTS) ? measured(viewer.subjectId()) : List.of(),
            language,
            clock.today()))
        .map(sections -> sections.stream().map(viewer::seen).toList())
        .orElseGet(() -> Sections.closed(RecordSection.Status.NOT_AVAILABLE, language));
  }

  /// The readings of one LOINC code; empty without `record` consent or when the record holds
  /// none.
  public Optional<Trend> trend(Viewer viewer, String loinc) {
    return shared(viewer, List.of(loinc))
        .flatMap(record -> Trends.of(record, loinc, clock.today()));
  }

  /// What a clinician reads first: current conditions and medicines, allergies, recent
  /// laboratory values and vital signs, each with the item it rests on, in English. Needs no
  /// consent; for the care team only.
  public List<RecordFact> clinicalSummary(String subjectId) {
    need(subjectId);
    return store
        .record(subjectId)
        .map(record -> Summary.of(with(record, measured(subjectId)), clock.today()))
        .orElse(List.of());
  }

  /// The record with what devices measured of LOINC codes.
  private Optional<PatientRecord> shared(Viewer viewer, Collection<String> loincs) {
    return shared(viewer)
        .map(record -> viewer.seen(with(record, readings(viewer.subjectId(), loincs))));
  }

  /// The record with what devices measured of what a question is about.
  private PatientRecord withMeasured(
      PatientRecord record, String subjectId, RecordQuestion question) {
    return switch (question.part()) {
      case MEASURE -> with(record, readings(subjectId, codes(question)));
      case EVERYTHING, VITALS, SHEET -> with(record, measured(subjectId));
      default -> record;
    };
  }

  private static List<String> codes(RecordQuestion question) {
    return question.measures().stream()
        .flatMap(name -> Stream.ofNullable(MeasureData.builtIn().measures().get(name)))
        .flatMap(measure -> measure.loinc().stream())
        .toList();
  }

  /// The last reading of each thing that was told or measured by devices; without `wearables`
  /// consent only what was told.
  private List<Measurement> measured(String subjectId) {
    return consents.granted(subjectId, Purpose.WEARABLES)
        ? measured.latest(subjectId)
        : measured.latestTold(subjectId);
  }

  /// All of them of LOINC codes, likewise.
  private List<Measurement> readings(String subjectId, Collection<String> loincs) {
    return consents.granted(subjectId, Purpose.WEARABLES)
        ? measured.readings(subjectId, loincs)
        : measured.told(subjectId, loincs);
  }

  private static PatientRecord with(PatientRecord record, List<Measurement> more) {
    return more.isEmpty()
        ? record
        : new PatientRecord(
            record.person(),
            Stream.concat(record.entries().stream(), more.stream()).toList(),
            record.asOf(),
            record.incomplete(),
            record.sensitive());
  }

  private Optional<PatientRecord> shared(Viewer viewer) {
    return consents.granted(viewer.subjectId(), Purpose.RECORD) && viewer.seesAny()
        ? copy(viewer.subjectId()).map(viewer::seen)
        : Optional.empty();
  }

  private Optional<PatientRecord> copy(String subjectId) {
    await(subjectId);
    return store.record(subjectId);
  }

  private void need(String subjectId) {
    if (reads != null) {
      reads.need(subjectId);
    }
  }

  private void await(String subjectId) {
    if (reads != null) {
      reads.await(subjectId);
    }
  }
}
