package org.healthassistant.assistant.patient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What this room keeps of a subject: numbers, consents and the key.
@Component
class PatientData implements PersonalData {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final PhoneNumbers numbers;
  private final Consents consents;
  private final SafeContact contact;
  private final JsonMapper json;

  PatientData(
      JdbcClient jdbc,
      Subjects subjects,
      PhoneNumbers numbers,
      Consents consents,
      SafeContact contact,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.numbers = numbers;
    this.consents = consents;
    this.contact = contact;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("subject_key", "phone_number", "consent");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    List<String> known =
        numbers.forSubject(subjectId).stream().map(numbers::open).toList();
    return Map.of(
        "numbers.json", json.writeValueAsString(known),
        "consents.json", json.writeValueAsString(consents.forSubject(subjectId)));
  }

  /// The number becomes the patient's; its key stays, since what was written under it is read
  /// with it. Consents of the number do not become the patient's.
  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    subjects.handOver(Set.of("subject_key", "phone_number"), fromSubjectId, toSubjectId);
    contact.unsafeSince(fromSubjectId).ifPresent(since -> contact.unsafe(toSubjectId, since));
  }

  @Override
  public void erase(String subjectId) {
    contact.lift(subjectId);
    jdbc.sql("update subject_key set wrapped = null where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }
}
