package org.healthassistant.assistant.patient.caregiver;

import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of whom a patient lets act.
@Component
class CaregiverData implements PersonalData {

  private final CareGrants grants;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  CaregiverData(CareGrants grants, JdbcClient jdbc, JsonMapper json) {
    this.grants = grants;
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("caregiver_grant");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    return Map.of("caregivers.json", json.writeValueAsString(grants.forSubject(subjectId)));
  }

  /// A number names nobody, so there is nothing to hand over.
  @Override
  public void link(String fromSubjectId, String toSubjectId) {}

  @Override
  public void erase(String subjectId) {
    jdbc.sql("delete from caregiver_grant where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }
}
