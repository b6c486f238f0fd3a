package org.healthassistant.assistant.workspace.dossier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;

/// Everything about one escalation that a person needs to act on it.
///
/// @param item as in the inbox
/// @param conversation where the message that set its level was written
/// @param person from the record; empty: an unlinked number, or no copy of the record
/// @param age on the clinical day; empty: not known
/// @param telephones the patient's own, and every number that wrote to us
/// @param transcript around the message that set the level, and what joined from elsewhere, by
///     time
/// @param unseenSince since when a reply is unseen for too long; empty: none is
/// @param facts the record's, for clinicians; empty: not known
public record EscalationDossier(
    Escalation escalation,
    EscalationItem item,
    Conversation conversation,
    Optional<Person> person,
    Optional<Integer> age,
    List<Phone> telephones,
    List<TranscriptLine> transcript,
    List<RecordFact> facts,
    List<EscalationEvent> history,
    Optional<Instant> unseenSince) {

  /// Copies the lists.
  public EscalationDossier {
    telephones = List.copyOf(telephones);
    transcript = List.copyOf(transcript);
    facts = List.copyOf(facts);
    history = List.copyOf(history);
  }

  /// The patient's last message; empty when it was not kept.
  Optional<TranscriptLine> lastWords() {
    return transcript.reversed().stream()
        .filter(line -> line.isOf(Author.PATIENT))
        .findFirst();
  }

  /// The message that set the level; empty when it was not kept.
  Optional<TranscriptLine> triggerWords() {
    return transcript.stream().filter(TranscriptLine::trigger).findFirst();
  }

  /// Who wrote for the patient, each with the last message.
  SequencedMap<String, TranscriptLine> writers() {
    SequencedMap<String, TranscriptLine> last = new LinkedHashMap<>();
    for (TranscriptLine line : transcript) {
      String name = line.authorName();
      if (line.isOf(Author.PATIENT) && name != null) {
        last.put(name, line);
      }
    }
    return last;
  }

  /// What the patient was told since the message that set the level, by assistant and care team;
  /// what was said several times is there once, where it was said last.
  public List<TranscriptLine> told() {
    Instant since = transcript.stream()
        .filter(TranscriptLine::trigger)
        .map(TranscriptLine::at)
        .findFirst()
        .orElse(escalation.createdAt());
    SequencedMap<String, TranscriptLine> byText = new LinkedHashMap<>();
    transcript.stream()
        .filter(line -> !line.isOf(Author.PATIENT) && !line.at().isBefore(since))
        .forEach(line -> byText.putLast(line.text(), line));
    return List.copyOf(byText.values());
  }

  /// Whether it is safe to contact the patient: false where the patient said that it is not, or
  /// someone at home may be the danger; empty where nothing is known.
  public Optional<Boolean> safeContact() {
    return item.contactUnsafe()
            || escalation.categories().stream().anyMatch(c -> c.startsWith("abuse"))
        ? Optional.of(false)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "EscalationDossier[" + escalation.id() + ", REDACTED]";
  }
}
