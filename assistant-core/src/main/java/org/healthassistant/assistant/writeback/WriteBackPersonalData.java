package org.healthassistant.assistant.writeback;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.stereotype.Component;

/// What was or will be written of a subject. What stands at the server is the organisation's
/// record, and no part of an erasure here.
@Component
class WriteBackPersonalData implements PersonalData {

  private final WrittenResources rows;
  private final Sealing sealing;
  private final Subjects subjects;

  WriteBackPersonalData(WrittenResources rows, Sealing sealing, Subjects subjects) {
    this.rows = rows;
    this.sealing = sealing;
    this.subjects = subjects;
  }

  @Override
  public Set<String> tables() {
    return Set.of("written_resource");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    String all = rows.ofSubject(subjectId).stream()
        .flatMap(
            row -> sealing.openIfWhole(row.content(), WrittenResource.place(row.id())).stream())
        .collect(Collectors.joining(",", "[", "]"));
    return all.equals("[]") ? Map.of() : Map.of("written-to-fhir.json", all);
  }

  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    subjects.handOver(tables(), fromSubjectId, toSubjectId);
  }

  @Override
  public void erase(String subjectId) {
    rows.removeAll(subjectId);
  }
}
