package org.healthassistant.assistant.sms;

import java.util.Locale;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Texts one fixed sentence to whoever sent what was not taken, at most once an hour.
@Component
class RejectionReplies {

  private final PhoneNumbers numbers;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Outbox outbox;
  private final Transactions transactions;
  private final PatientWords words;

  RejectionReplies(
      PhoneNumbers numbers,
      Subjects subjects,
      Conversations conversations,
      Outbox outbox,
      Transactions transactions,
      PatientWords words) {
    this.numbers = numbers;
    this.subjects = subjects;
    this.conversations = conversations;
    this.outbox = outbox;
    this.transactions = transactions;
    this.words = words;
  }

  /// Stores the sentence for sending, where one is due; durable before it returns.
  ///
  /// @param from theirs, E.164
  /// @param to ours
  void send(String from, String to, Accepted.Reason reason) {
    transactions.durable(() -> {
      PhoneNumbers.Known number = numbers.findOrCreate(from);
      subjects.lock(number.subjectId());
      Conversation conversation =
          conversations.smsThread(number.subjectId(), number.numberHash(), to, Language.FALLBACK);
      outbox.refusal(
          subjects.get(number.subjectId()),
          conversation,
          sentence(reason, conversation.language()));
    });
  }

  private String sentence(Accepted.Reason reason, Language language) {
    String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.say("sms.refused." + key, language);
  }
}
