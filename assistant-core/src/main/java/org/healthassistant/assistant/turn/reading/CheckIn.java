package org.healthassistant.assistant.turn.reading;

import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.asking.Asked;
import org.healthassistant.assistant.turn.asking.QuestionWords;
import org.healthassistant.assistant.turn.asking.SymptomQuestions;
import org.healthassistant.assistant.turn.screening.MessageLanguage;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Tells the patient of readings that were flagged, and asks how it feels.
@Component
public class CheckIn {

  private final SymptomQuestions questions;
  private final QuestionWords sentences;
  private final PatientWords words;
  private final Messages messages;
  private final MessageLanguage languages;
  private final ClinicalClock clinical;
  private final RealClock clock;
  private final CheckInText text;

  CheckIn(
      SymptomQuestions questions,
      QuestionWords sentences,
      PatientWords words,
      Messages messages,
      MessageLanguage languages,
      ClinicalClock clinical,
      RealClock clock,
      CheckInText text) {
    this.text = text;
    this.questions = questions;
    this.sentences = sentences;
    this.words = words;
    this.messages = messages;
    this.languages = languages;
    this.clinical = clinical;
    this.clock = clock;
  }

  /// The real time.
  public Instant now() {
    return clock.instant();
  }

  /// The language in which a patient is written to for the first time.
  public Language language(Subject subject) {
    return languages.forSubject(subject);
  }

  /// What each reading says, in the order of the readings.
  public List<String> lines(Flagged flagged, Language language) {
    return flagged.readings().stream()
        .map(one -> one.reading().text(language, clinical.zone()))
        .toList();
  }

  /// The message that tells of them.
  public String text(List<String> lines, Language language) {
    return words.say("turn.reading.from", language) + "\n" + String.join("\n", lines);
  }

  /// Tells by text, where the patient is reached by text, that a message waits in the web. In the
  /// caller's transaction, which holds the subject's lock.
  ///
  /// @param level of that message
  public void tellByText(Subject subject, Level level, Instant now) {
    text.send(subject, level, now);
  }

  /// Asks how the patient feels, by a message of its own, unless a question waits already; what
  /// stays unanswered goes up as any question does. In the caller's transaction, which holds the
  /// subject's lock.
  ///
  /// @param message that tells of the readings
  public void ask(Subject subject, Conversation conversation, Message message, Instant now) {
    if (questions.find(conversation.id()).filter(Asked::isOpen).isPresent()) {
      return;
    }
    Asked asked = new Asked(
        message.id(), message.id(), SymptomProtocols.askedAboutReading(), Asked.State.OPEN, false);
    questions.ask(subject, conversation.id(), asked, now);
    List<String> put = sentences.ask(asked, Channel.SMS, conversation.language());
    String text = words.say("turn.reading.ask", conversation.language()) + " "
        + String.join("\n", put.subList(1, put.size()));
    messages.append(subject, conversation, NewMessage.ofAssistant(Ids.next(), text, now));
  }
}
