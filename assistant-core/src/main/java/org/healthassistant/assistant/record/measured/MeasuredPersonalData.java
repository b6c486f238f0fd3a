package org.healthassistant.assistant.record.measured;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.connector.wearable.Measured;
import org.springframework.stereotype.Component;

/// What is kept of a subject's measurements, for export, link and erasure. What was offered to be
/// kept stands in the transcript; it is sealed and cannot be read once the key is destroyed.
@Component
class MeasuredPersonalData implements PersonalData {

  private static final String OFFERS = "told_offer";

  private final MeasuredPages pages;
  private final Subjects subjects;

  MeasuredPersonalData(MeasuredPages pages, Subjects subjects) {
    this.pages = pages;
    this.subjects = subjects;
  }

  @Override
  public Set<String> tables() {
    return Set.of("measured_page", OFFERS);
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
    subjects.handOver(Set.of(OFFERS), fromSubjectId, toSubjectId);
  }

  @Override
  public void erase(String subjectId) {
    pages.remove(subjectId);
  }
}
