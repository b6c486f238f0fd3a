package org.healthassistant.assistant;

import java.util.List;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.record.RecordImport;
import org.springframework.stereotype.Component;

/// Whom one can play in demo mode besides the care team: the patients of the record, and who is
/// related to them.
@Component
class DemoPeople {

  /// Beyond so many patients nobody reads a list of their relatives, and to make it would hold up
  /// the start.
  private static final int MOST_WITH_RELATIVES = 50;

  private final RecordImport records;
  private final Subjects subjects;
  private final Caregivers caregivers;

  DemoPeople(RecordImport records, Subjects subjects, Caregivers caregivers) {
    this.records = records;
    this.subjects = subjects;
    this.caregivers = caregivers;
  }

  /// All of them, in the order of the record.
  List<DemoAccessFile.Person> all() {
    var patients = records.patients();
    boolean few = patients.size() <= MOST_WITH_RELATIVES;
    return patients.stream()
        .map(p -> new DemoAccessFile.Person(p.id(), p.name(), few ? relatives(p.id()) : List.of()))
        .toList();
  }

  private List<DemoAccessFile.Relative> relatives(String patientId) {
    return subjects.findPatient(patientId).stream()
        .flatMap(subject -> caregivers.forSubject(subject.id()).stream())
        .map(Caregivers.Caregiver::person)
        .map(person -> new DemoAccessFile.Relative(person.id(), person.name()))
        .toList();
  }
}
