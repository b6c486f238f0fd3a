package org.healthassistant.assistant.workspace.dossier;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.connector.record.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells who subjects are. A name is kept for a minute, since an inbox that is open asks again at
/// every change and each answer opens a sealed record.
@Component
public class DisplayNames {

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 1_000;
  private static final String LOST = "[this number cannot be read any more]";

  private final Subjects subjects;
  private final RecordDesk records;
  private final PhoneNumbers numbers;
  private final LoadingCache<String, DisplayName> known;

  DisplayNames(Subjects subjects, RecordDesk records, PhoneNumbers numbers, RealClock clock) {
    this.subjects = subjects;
    this.records = records;
    this.numbers = numbers;
    this.known = Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(KEPT)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli()))
        .executor(Runnable::run)
        .build(CacheLoader.<String, DisplayName>bulk(this::read));
  }

  /// Who the subjects are, by their ids: one entry each. Those that are not known yet are read
  /// together.
  ///
  /// @throws IllegalStateException if there is no subject of an id
  public Map<String, DisplayName> forSubjects(Collection<String> subjectIds) {
    return known.getAll(subjectIds);
  }

  private Map<String, DisplayName> read(Set<? extends String> subjectIds) {
    List<Subject> all = subjects.findAll(subjectIds);
    List<String> patients =
        all.stream().filter(Subject::isPatient).map(Subject::id).toList();
    List<String> others =
        all.stream().filter(s -> !s.isPatient()).map(Subject::id).toList();
    Map<String, Person> persons = records.persons(patients);
    Map<String, PhoneNumbers.Known> numbersOf = numbers.firstForSubjects(others);
    Map<String, DisplayName> read = all.stream()
        .collect(Collectors.toMap(
            Subject::id,
            subject -> name(subject, persons.get(subject.id()), numbersOf.get(subject.id()))));
    if (!read.keySet().containsAll(subjectIds)) {
      throw new IllegalStateException("of " + subjectIds + " only " + read.keySet() + " exist");
    }
    return read;
  }

  private DisplayName name(
      Subject subject, @Nullable Person person, PhoneNumbers.@Nullable Known number) {
    return subject
        .patientId()
        .map(id -> new DisplayName(
            new EscalationItem.Patient(id, person == null ? "Patient " + id : person.name()), null))
        .orElseGet(() -> new DisplayName(null, number == null ? null : contact(number)));
  }

  /// The number, and a warning where it stands in the records of several patients: who wrote is
  /// then to be asked.
  private String contact(PhoneNumbers.Known number) {
    String shown = numbers.openIfWhole(number).orElse(LOST);
    return number.shared() ? shown + " (in the records of several patients)" : shown;
  }
}
