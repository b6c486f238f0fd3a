package org.healthassistant.assistant.sms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Texts one fixed sentence to whoever sent what was not taken, at most once an hour. Data in
/// `sms/wording_*.properties`.
@Component
class RejectionReplies {

  private final Map<Language, Properties> byLanguage = Language.each(RejectionReplies::read);
  private final PhoneNumbers numbers;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Outbox outbox;
  private final Transactions transactions;

  RejectionReplies(
      PhoneNumbers numbers,
      Subjects subjects,
      Conversations conversations,
      Outbox outbox,
      Transactions transactions) {
    this.numbers = numbers;
    this.subjects = subjects;
    this.conversations = conversations;
    this.outbox = outbox;
    this.transactions = transactions;
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
    Properties words = language.pick(byLanguage);
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  private static Properties read(Language language) {
    String name = "/sms/wording_" + language + ".properties";
    try (var in = Objects.requireNonNull(RejectionReplies.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
