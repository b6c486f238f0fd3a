package org.healthassistant.assistant.turn.screening;

import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.library.TextLanguage;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// In which language a reply is given: the message's own where it can be read, else the one last
/// used in the conversation, else the record's, else English.
@Component
public class MessageLanguage {

  private final TextLanguage reader;
  private final RecordDesk records;

  MessageLanguage(TextLanguage reader, RecordDesk records) {
    this.reader = reader;
    this.records = records;
  }

  /// The language a message is answered in.
  public Language detect(String text, Conversation conversation) {
    return reader.detect(text).orElse(conversation.language());
  }

  /// The language in which a keyword of the channel is answered. Carriers teach everybody the
  /// English ones, so a lone English word says nothing of who wrote it; a Spanish one does.
  public Language ofKeyword(String text, Conversation conversation) {
    boolean alone = text.strip().split("\\s+").length == 1;
    return reader
        .detect(text)
        .filter(read -> !alone || read != Language.FALLBACK)
        .orElse(conversation.language());
  }

  /// The language the record names, else English: with what a conversation begins.
  public Language forSubject(Subject subject) {
    return records
        .person(subject.id())
        .flatMap(person -> Language.find(person.language()))
        .orElse(Language.FALLBACK);
  }
}
