package org.healthassistant.assistant.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The room's part in export, linking and erasure.
@Component
class DeliveryData implements PersonalData {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final Sealing sealing;
  private final JsonMapper json;

  DeliveryData(JdbcClient jdbc, Subjects subjects, Sealing sealing, JsonMapper json) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.sealing = sealing;
    this.json = json;
  }

  @Override
  public Set<String> tables() {
    return Set.of("outbox");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    var texts = jdbc.sql("select * from outbox where subject_id = :subject order by id")
        .param("subject", subjectId)
        .query((row, n) -> {
          Map<String, String> text = new LinkedHashMap<>();
          text.put("id", row.getString("id"));
          text.put("message", row.getString("message_id"));
          text.put("from", row.getString("own_number"));
          text.put(
              "text",
              open(row.getString("id"), row.getBytes("text_sealed"), row.getString("key_id")));
          text.put("state", row.getString("state"));
          text.put("at", TimeStamps.read(row, "created_at").toString());
          return text;
        })
        .list();
    return texts.isEmpty() ? Map.of() : Map.of("texts.json", json.writeValueAsString(texts));
  }

  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    subjects.handOver(tables(), fromSubjectId, toSubjectId);
  }

  /// What still waits is not sent any more; what was sent is sealed.
  @Override
  public void erase(String subjectId) {
    jdbc.sql("update outbox set text_hash = null where subject_id = :subject")
        .param("subject", subjectId)
        .update();
    jdbc.sql("""
        update outbox set state = 'FAILED', error = 'erased'
        where subject_id = :subject and state = 'PENDING'
        """).param("subject", subjectId).update();
  }

  private String open(String id, byte[] bytes, String keyId) {
    return sealing.open(new Sealed(bytes, keyId), OutboxRow.place(id));
  }
}
