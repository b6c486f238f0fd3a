package org.healthassistant.assistant.workspace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.healthassistant.assistant.workspace.dossier.Sbar;
import org.healthassistant.assistant.workspace.dossier.TranscriptLine;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// One escalation with everything that belongs to it, as the interface gives it.
///
/// @param told what the patient was already told since
/// @param age in years on the clinical day; null: not known
/// @param safeContact false: somebody near the patient may be a danger; null: not known
@JsonInclude(JsonInclude.Include.ALWAYS)
record EscalationDetail(
    @JsonUnwrapped EscalationItem item,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant contactedAt,
    @Nullable String outcome,
    Sbar sbar,
    List<TranscriptLine> transcript,
    List<String> told,
    List<Fact> recordFacts,
    List<Event> history,
    @Nullable Integer age,
    List<Phone> telephones,
    @Nullable String address,
    @Nullable Contact emergencyContact,
    Language language,
    @Nullable Boolean safeContact) {

  static EscalationDetail of(EscalationDossier dossier, Sbar sbar) {
    Person person = dossier.person().orElse(null);
    return new EscalationDetail(
        dossier.item(),
        dossier.escalation().acknowledgedBy().orElse(null),
        dossier.escalation().acknowledgedAt().orElse(null),
        dossier.escalation().contactedAt().orElse(null),
        dossier.escalation().resolution().outcome().orElse(null),
        sbar,
        dossier.transcript(),
        dossier.told().stream().map(TranscriptLine::text).toList(),
        dossier.facts().stream().map(Fact::of).toList(),
        dossier.history().stream().map(Event::of).toList(),
        dossier.age().orElse(null),
        dossier.telephones(),
        person == null ? null : person.address(),
        person == null ? null : Contact.of(person.emergencyContact()),
        dossier.conversation().language(),
        dossier.safeContact().orElse(null));
  }

  @Override
  public String toString() {
    return "EscalationDetail[" + item.id() + ", REDACTED]";
  }

  /// A thing the record says.
  record Fact(
      String text, String label, String value, @Nullable LocalDate date, String source) {
    static Fact of(RecordFact fact) {
      return new Fact(
          fact.text(), fact.label(), fact.snippet(), fact.date().orElse(null), fact.resource());
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// An entry of the history.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Event(
      Instant at,
      String kind,
      String actor,
      @Nullable String from,
      @Nullable String to,
      @Nullable String message,
      String detail,
      @Nullable String text) {
    static Event of(EscalationEvent event) {
      return new Event(
          event.at(),
          event.kind().code(),
          event.actor(),
          event.from().map(Level::name).orElse(null),
          event.to().map(Level::name).orElse(null),
          event.messageId().orElse(null),
          event.detail(),
          event.text().orElse(null));
    }

    @Override
    public String toString() {
      return "Event[" + kind + ", REDACTED]";
    }
  }

  /// Whom to call when the patient cannot be reached.
  @Schema(name = "EmergencyContact")
  record Contact(String name, @Nullable String relationship, List<Phone> telephones) {
    static @Nullable Contact of(@Nullable EmergencyContact contact) {
      return contact == null
          ? null
          : new Contact(contact.name(), contact.relationship(), contact.phones());
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
