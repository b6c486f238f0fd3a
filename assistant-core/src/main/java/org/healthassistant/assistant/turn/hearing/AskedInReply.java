package org.healthassistant.assistant.turn.hearing;

import java.util.Collection;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.turn.asking.SafeQuestion;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Keeps what a reply asks by one of its fixed sentences, so that the answer is understood.
@Component
public class AskedInReply {

  private final SafeQuestion safe;
  private final ReadingOffers offers;

  AskedInReply(SafeQuestion safe, ReadingOffers offers) {
    this.safe = safe;
    this.offers = offers;
  }

  /// Keeps it, in the caller's transaction, which holds the subject's lock.
  ///
  /// @param said the sentences of the reply
  public void heed(Subject subject, Message message, Collection<String> said, Language language) {
    safe.heed(subject, message, said, language);
    offers.heed(subject, message, said, language);
  }
}
