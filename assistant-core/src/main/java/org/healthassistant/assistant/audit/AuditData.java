package org.healthassistant.assistant.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What this room keeps of a subject: what was done, by whom. It is never changed, not by linking
/// and not by erasing.
@Component
class AuditData implements PersonalData {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditData(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("audit_event");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    List<Line> lines = jdbc.sql(
            "select * from audit_event where subject_id = :subject order by at, id")
        .param("subject", subjectId)
        .query((row, n) -> new Line(
            TimeStamps.read(row, "at").toString(),
            row.getString("actor_kind"),
            row.getString("action"),
            row.getString("object_kind"),
            row.getString("object_id")))
        .list();
    return Map.of("audit.json", json.writeValueAsString(lines));
  }

  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    // What was done to the number was done to the number.
  }

  @Override
  public void erase(String subjectId) {
    // Ids and codes are kept as the record of what was done.
  }

  private record Line(String at, String by, String action, String kind, String id) {}
}
