package org.healthassistant.assistant.conversation;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.knowledge.text.Language;

/// A conversation with one subject over one channel.
///
/// @param ownNumber the number of ours it is held with; by SMS only
/// @param numberHash the number of theirs; by SMS only
/// @param language the language last used in it
/// @param takenOverBy the provider who has it; while there is one the assistant is silent
/// @param caregiver who began it for the patient, by the id in the record; empty: the patient
public record Conversation(
    String id,
    String subjectId,
    Channel channel,
    Optional<String> ownNumber,
    Optional<String> numberHash,
    Language language,
    Instant startedAt,
    Instant lastAt,
    Optional<String> takenOverBy,
    Optional<String> caregiver) {

  /// A conversation that the patient began.
  public Conversation(
      String id,
      String subjectId,
      Channel channel,
      Optional<String> ownNumber,
      Optional<String> numberHash,
      Language language,
      Instant startedAt,
      Instant lastAt,
      Optional<String> takenOverBy) {
    this(
        id,
        subjectId,
        channel,
        ownNumber,
        numberHash,
        language,
        startedAt,
        lastAt,
        takenOverBy,
        Optional.empty());
  }

  /// The same, with that as the language last used in it.
  public Conversation speaking(Language newLanguage) {
    return new Conversation(
        id,
        subjectId,
        channel,
        ownNumber,
        numberHash,
        newLanguage,
        startedAt,
        lastAt,
        takenOverBy,
        caregiver);
  }
}
