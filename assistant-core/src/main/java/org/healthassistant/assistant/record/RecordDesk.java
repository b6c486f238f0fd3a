package org.healthassistant.assistant.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.connector.record.Person;
import org.springframework.stereotype.Component;

/// Tells what the local copy of a patient's record says. Safe from any thread; opens no connection
/// to anything but the database.
@Component
public class RecordDesk {

  RecordDesk() {}

  /// Who the record is about, for the care team and for greeting; empty when there is no copy.
  /// Needs
  /// no consent, so nothing of it may be told to anybody else.
  public Optional<Person> person(String subjectId) {
    throw new UnsupportedOperationException();
  }

  /// What the record says that can lift the level of a complaint: computed when the record was
  /// imported, used whatever the consents say; empty when there is no copy.
  public Set<RiskFact> riskFacts(String subjectId) {
    throw new UnsupportedOperationException();
  }

  /// The facts that matter for some topics of vetted content, the most telling first.
  ///
  /// @param topics topics of an article, its main one first
  /// @param language `en` or `es`
  /// @return empty without `record` consent, without a copy, and where nothing is tied to the
  /// topics
  public List<RecordFact> facts(String subjectId, Collection<String> topics, String language) {
    throw new UnsupportedOperationException();
  }

  /// The record as the patient sees it: conditions, medicines, allergies, laboratory values, vital
  /// signs, appointments, always all six in this order.
  ///
  /// @param language `en` or `es`
  public List<RecordSection> sections(String subjectId, String language) {
    throw new UnsupportedOperationException();
  }

  /// The readings of one LOINC code; empty without `record` consent or when the record holds none.
  public Optional<Trend> trend(String subjectId, String loinc) {
    throw new UnsupportedOperationException();
  }

  /// What a clinician reads first: current conditions and medicines, allergies, recent laboratory
  /// values and vital signs, each with the item it rests on, in English. Needs no consent; for the
  /// care team only.
  public List<RecordFact> clinicalSummary(String subjectId) {
    throw new UnsupportedOperationException();
  }
}
