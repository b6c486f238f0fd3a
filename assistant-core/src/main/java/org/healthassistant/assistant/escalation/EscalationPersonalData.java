package org.healthassistant.assistant.escalation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What this room keeps of a subject.
@Component
class EscalationPersonalData implements PersonalData {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final EscalationRows rows;
  private final EscalationHistory history;
  private final JsonMapper json;

  EscalationPersonalData(
      JdbcClient jdbc,
      Subjects subjects,
      EscalationRows rows,
      EscalationHistory history,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.rows = rows;
    this.history = history;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("escalation", "escalation_event", "page");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    List<Kept> all = rows.ofSubject(subjectId).stream()
        .map(e -> new Kept(e, history.forEscalation(e.id())))
        .toList();
    return Map.of("escalations.json", json.writeValueAsString(all));
  }

  /// The number's open escalation stays open beside the patient's own, if there is one: nothing
  /// that waits for a person may vanish.
  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    boolean free = rows.open(toSubjectId).isEmpty();
    subjects.handOver(tables(), fromSubjectId, toSubjectId);
    if (free) {
      jdbc.sql("update escalation set open_subject = :to where open_subject = :from")
          .param("to", toSubjectId)
          .param("from", fromSubjectId)
          .update();
    }
  }

  @Override
  public void erase(String subjectId) {
    // Texts are sealed; ids, levels and times are kept as the record of what was done.
  }

  private record Kept(Escalation escalation, List<EscalationEvent> history) {}
}
