package org.healthassistant.assistant.record.measured;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.connector.wearable.Measured;
import org.springframework.stereotype.Component;

/// What is kept of a subject's measurements, for export, link and erasure.
@Component
class MeasuredPersonalData implements PersonalData {

  private final MeasuredPages pages;
  private final Subjects subjects;

  MeasuredPersonalData(MeasuredPages pages, Subjects subjects) {
    this.pages = pages;
    this.subjects = subjects;
  }

  @Override
  public Set<String> tables() {
    return Set.of("measured_page");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    return pages.export(subjectId);
  }

  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    Subject to = subjects.get(toSubjectId);
    for (Measured measured : Measured.values()) {
      List<Row> rows = pages.all(fromSubjectId, measured);
      if (!rows.isEmpty()) {
        pages.add(to, measured, rows);
      }
    }
    pages.remove(fromSubjectId);
  }

  @Override
  public void erase(String subjectId) {
    pages.remove(subjectId);
  }
}
