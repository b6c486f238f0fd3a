package org.healthassistant.assistant.record;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.caregiver.CareGrant;
import org.healthassistant.assistant.patient.caregiver.CareGrants;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.patient.caregiver.CarePerson;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Code;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/// The one gate through which it is asked who may act for a patient, and what of the patient they
/// may see. Both must say so, now: the record, that the person is related (`RelatedPerson`, in
/// use, within its period), and the patient. Where the record cannot be read nobody may.
///
/// While contact with the patient is known to be unsafe, a caregiver sees nothing: whoever
/// endangers somebody is often near. They may still write, and are not told why. Safe from any
/// thread.
@Component
public class Caregivers {

  /// How long whom the record names is held in memory: an open stream asks every second.
  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final int MOST = 1_000;

  private static final PatientWords WORDS = new PatientWords();

  private final CareGrants grants;
  private final RecordDesk records;
  private final SafeContact contact;
  private final ClinicalClock clock;
  private final LoadingCache<String, List<CareItem.Relative>> known;

  Caregivers(
      CareGrants grants,
      RecordDesk records,
      SafeContact contact,
      ClinicalClock clock,
      RealClock real) {
    this.grants = grants;
    this.records = records;
    this.contact = contact;
    this.clock = clock;
    this.known = Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(KEPT)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(real.instant().toEpochMilli()))
        .executor(Runnable::run)
        .build(subjectId -> records.relatives(subjectId));
  }

  /// Whether a person may act for a patient now.
  public boolean mayAct(String subjectId, String personId) {
    return !grants.parts(subjectId, personId).isEmpty() && isRelated(subjectId, personId);
  }

  /// What a person may see of a patient now; empty where they may see nothing.
  public Set<CarePart> sees(String subjectId, String personId) {
    Set<CarePart> given = grants.parts(subjectId, personId);
    return given.isEmpty() || contact.isUnsafe(subjectId) || !isRelated(subjectId, personId)
        ? Set.of()
        : given;
  }

  /// To whom a record is told.
  ///
  /// @param personId who acts for the patient; empty: the patient
  public Viewer viewer(String subjectId, Optional<String> personId) {
    return personId
        .map(person -> Viewer.caregiver(subjectId, sees(subjectId, person)))
        .orElseGet(() -> Viewer.patient(subjectId));
  }

  /// Everybody whom the record names or the patient named, in the record's order; first those who
  /// are related now.
  public List<Caregiver> forSubject(String subjectId) {
    Map<String, CareGrant> said = grants.forSubject(subjectId).stream()
        .collect(Collectors.toMap(grant -> grant.person().id(), Function.identity()));
    List<Caregiver> all = new ArrayList<>();
    for (CareItem.Relative relative : records.relatives(subjectId)) {
      CareGrant grant = said.remove(relative.id());
      boolean related = relative.holdsOn(clock.today());
      if (related || grant != null) {
        all.add(caregiver(person(relative), grant, related));
      }
    }
    said.values().forEach(grant -> all.add(caregiver(grant.person(), grant, false)));
    all.sort((one, other) -> Boolean.compare(other.related(), one.related()));
    return all;
  }

  /// Keeps what the patient lets a person see from now on; durable before it returns.
  ///
  /// @param parts all of it; empty: nothing any more
  /// @return whether it was kept: nothing is given to somebody who is not related, but from
  ///     everybody it can be withdrawn
  public boolean decide(Subject subject, String personId, Set<CarePart> parts) {
    Optional<CarePerson> known = forSubject(subject.id()).stream()
        .filter(one -> one.person().id().equals(personId))
        .filter(one -> one.related() || parts.isEmpty())
        .map(Caregiver::person)
        .findFirst();
    known.ifPresent(person -> grants.decide(subject, person, parts));
    return known.isPresent();
  }

  /// Who a person is to the patient, for people: `Ana Diaz, mother of Maria Lopez`; empty for an
  /// id that the patient never named.
  public Optional<String> named(String subjectId, String personId, Language language) {
    return grants
        .find(subjectId, personId)
        .map(CareGrant::person)
        .map(person -> relation(person, language)
            .map(relation -> records
                .personKept(subjectId)
                .map(patient -> WORDS.say(
                    "caregiver.named",
                    language,
                    "name",
                    person.name(),
                    "relation",
                    relation,
                    "patient",
                    patient.name()))
                .orElse(person.name() + ", " + relation))
            .orElse(person.name()));
  }

  /// What a person is to the patient in a language, as `mother`: by a code that is known, else in
  /// the source's words; empty if not told.
  public Optional<String> relation(CarePerson person, Language language) {
    for (String code : person.codes()) {
      try {
        return Optional.of(WORDS.say("caregiver.relation." + code, language));
      } catch (NoSuchMessageException unknown) {
        // The next code, or the source's words.
      }
    }
    return Optional.ofNullable(person.relationship());
  }

  private boolean isRelated(String subjectId, String personId) {
    return known.get(subjectId).stream()
        .anyMatch(relative -> relative.id().equals(personId) && relative.holdsOn(clock.today()));
  }

  private static CarePerson person(CareItem.Relative relative) {
    return new CarePerson(
        relative.id(),
        relative.label(),
        relative.codes().stream().map(Code::code).toList(),
        relative.relationship());
  }

  private static Caregiver caregiver(
      CarePerson person, @Nullable CareGrant grant, boolean related) {
    return new Caregiver(
        person,
        related,
        grant == null ? Set.of() : grant.parts(),
        Optional.ofNullable(grant).map(CareGrant::at));
  }

  /// Somebody who may be, is or was a caregiver.
  ///
  /// @param related whether the record has them as related now
  /// @param parts what the patient gave; it counts only while they are related
  /// @param at when the patient last said so; empty: never
  public record Caregiver(
      CarePerson person, boolean related, Set<CarePart> parts, Optional<Instant> at) {

    /// Copies the parts.
    public Caregiver {
      parts = Set.copyOf(parts);
    }
  }
}
