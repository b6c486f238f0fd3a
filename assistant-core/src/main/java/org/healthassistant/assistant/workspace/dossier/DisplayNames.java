package org.healthassistant.assistant.workspace.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.connector.record.Person;
import org.springframework.stereotype.Component;

/// Who subjects are. Kept for a minute, since an inbox that is open asks again at every change and
/// each answer opens a sealed record.
@Component
class DisplayNames {

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 1_000;

  private final Subjects subjects;
  private final RecordDesk records;
  private final PhoneNumbers numbers;
  private final RealClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Kept> known = new LinkedHashMap<>();

  DisplayNames(Subjects subjects, RecordDesk records, PhoneNumbers numbers, RealClock clock) {
    this.subjects = subjects;
    this.records = records;
    this.numbers = numbers;
    this.clock = clock;
  }

  DisplayName of(String subjectId) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Kept kept = known.get(subjectId);
      if (kept != null && now.isBefore(kept.until())) {
        return kept.identity();
      }
    } finally {
      lock.unlock();
    }
    DisplayName read = read(subjects.get(subjectId));
    lock.lock();
    try {
      known.remove(subjectId);
      known.put(subjectId, new Kept(read, now.plus(KEPT)));
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
    return read;
  }

  private DisplayName read(Subject subject) {
    if (subject.patientId().isPresent()) {
      String id = subject.patientId().get();
      String name = records.person(subject.id()).map(Person::name).orElse("Patient " + id);
      return new DisplayName(new EscalationItem.Patient(id, name), null);
    }
    return new DisplayName(
        null,
        numbers.forSubject(subject.id()).stream().findFirst().map(numbers::open).orElse(null));
  }

  private record Kept(DisplayName identity, Instant until) {}
}
