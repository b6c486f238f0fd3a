package org.healthassistant.assistant.turn.hearing;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.asking.Asked;
import org.healthassistant.assistant.turn.asking.Heard;
import org.healthassistant.assistant.turn.asking.SymptomQuestions;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.healthassistant.assistant.turn.reading.ToldWeight;
import org.healthassistant.assistant.turn.screening.MessagePlace;
import org.springframework.stereotype.Component;

/// Hears a message about to be stored: what the screen says of it, what it tells and what it
/// answers. In T1.
@Component
public class MessageHearing {

  private final SymptomQuestions questions;
  private final ReadingOffers offers;
  private final RecordCorrections corrections;
  private final ToldWeight weight;

  MessageHearing(
      SymptomQuestions questions,
      ReadingOffers offers,
      RecordCorrections corrections,
      ToldWeight weight) {
    this.questions = questions;
    this.offers = offers;
    this.corrections = corrections;
    this.weight = weight;
  }

  /// The screen's decision on it; see [MessageScreen#decide].
  public TriageDecision screen(
      MessagePlace place,
      ScreenedText text,
      Instant at,
      Optional<MeaningReading> meaning,
      Level atLeast) {
    return questions.screen(place, text, at, meaning, atLeast);
  }

  /// Hears what it tells and answers. Stores nothing.
  ///
  /// @param decision what the screen says of it
  /// @param mayAsk whether it is one that is asked back: not where nobody is to be answered
  /// @param silenced whether nothing may be said: then no question of a reading is answered
  public HeardMessage hear(
      Conversation conversation,
      ScreenedText text,
      TriageDecision decision,
      boolean mayAsk,
      boolean silenced,
      Instant now) {
    String id = conversation.id();
    TriageDecision weighed =
        weight.raised(conversation.subjectId(), text, offers.told(text.text(), now), decision);
    Optional<ToldOffer> told = mayAsk && !silenced && !isAsking(id)
        ? offers.hear(id, text.id(), text.text(), now)
        : offers.lapse(id, text.id());
    if (told.filter(ReadingOffers::isAnswered).isPresent()) {
      return new HeardMessage(weighed, Optional.empty(), told);
    }
    TriageDecision corrected =
        mayAsk ? corrections.raised(conversation, text, weighed, now) : weighed;
    Heard heard = questions.hear(id, text, corrected, mayAsk, now);
    return new HeardMessage(heard.decision(), heard.next(), told);
  }

  /// Whether a question waits, to which a yes would be the answer.
  private boolean isAsking(String conversation) {
    return questions.find(conversation).filter(Asked::isOpen).isPresent();
  }

  /// Keeps how our questions stand after a message that was stored, and what it answered. What is
  /// asked goes up by itself if it stays unanswered.
  ///
  /// @param asks whether the reply asks what is to be asked next
  public void follow(
      Subject subject, String conversation, HeardMessage heard, boolean asks, Instant now) {
    heard.told().ifPresent(next -> offers.follow(subject, conversation, next, now));
    heard.asked().filter(next -> !next.isOpen() || asks).ifPresent(next -> {
      if (next.isOpen()) {
        questions.ask(subject, conversation, next, now);
      } else {
        questions.keep(subject, conversation, next, now);
      }
    });
  }
}
