package org.healthassistant.assistant.record;

import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.server.HandedTokens;
import org.healthassistant.assistant.record.server.ReadStates;
import org.springframework.stereotype.Component;

/// What this room keeps about a subject: the copy of its record, up to when it is
/// known, and the token by which it is read. The token is no part of an export.
@Component
class RecordPersonalData implements PersonalData {

  private final RecordStore store;
  private final Subjects subjects;
  private final ReadStates reads;
  private final HandedTokens tokens;

  RecordPersonalData(RecordStore store, Subjects subjects, ReadStates reads, HandedTokens tokens) {
    this.tokens = tokens;
    this.reads = reads;
    this.store = store;
    this.subjects = subjects;
  }

  @Override
  public Set<String> tables() {
    return Set.of("record_snapshot", "record_reading", "record_token");
  }

  @Override
  public Map<String, String> export(String subjectId) {
    return store.text(subjectId).map(text -> Map.of("record.json", text)).orElse(Map.of());
  }

  /// A number has no record; should the other subject lack one, the copy is sealed anew for it.
  @Override
  public void link(String fromSubjectId, String toSubjectId) {
    store.record(fromSubjectId).ifPresent(record -> {
      if (store.record(toSubjectId).isEmpty()) {
        store.keep(subjects.get(toSubjectId), record, store.risks(fromSubjectId));
      }
      store.remove(fromSubjectId);
    });
    reads.remove(fromSubjectId);
    tokens.remove(fromSubjectId);
  }

  @Override
  public void erase(String subjectId) {
    store.remove(subjectId);
    reads.remove(subjectId);
    tokens.remove(subjectId);
  }
}
