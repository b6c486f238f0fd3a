package org.healthassistant.assistant.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The messages of conversations, sealed, each at its place. Whoever waits for a conversation's
/// messages watches the topic of its id.
@Component
public class Messages {

  private final JdbcClient jdbc;
  private final MessageRow rows;
  private final KeyedHash hash;
  private final RealClock clock;
  private final Transactions transactions;
  private final TopicSignals signals;

  Messages(
      JdbcClient jdbc,
      MessageRow rows,
      KeyedHash hash,
      RealClock clock,
      Transactions transactions,
      TopicSignals signals) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.hash = hash;
    this.clock = clock;
    this.transactions = transactions;
    this.signals = signals;
  }

  /// Appends a message in the caller's transaction, which holds the subject's lock.
  ///
  /// @return the message as stored; empty when its repeat id was stored before, and nothing is
  ///     done
  public Optional<Message> append(Subject subject, Conversation conversation, NewMessage message) {
    long seq = nextSeq(conversation.id());
    Sealed text = rows.seal(subject, message.id(), message.text());
    @Nullable
    Sealed decision =
        message.decision().map(d -> rows.seal(subject, message.id(), d)).orElse(null);
    int stored = jdbc.sql("""
        insert into message (id, conversation_id, subject_id, seq, channel, author, author_id, on_behalf_of,
          text_sealed, key_id, text_hash, client_message_id, gateway, provider_message_id,
          level, decision_sealed, outcome, late_vectors, at, written_at, changed_at)
        values (:id, :conversation, :subject, :seq, :channel, :author, :authorId, :patient,
          :text, :key, :hash, :client, :gateway, :provider,
          :level, :decision, :outcome, :late, :at, :written, :changed)
        on conflict do nothing
        """)
        .param("id", message.id())
        .param("conversation", conversation.id())
        .param("subject", subject.id())
        .param("seq", seq)
        .param("channel", conversation.channel().code())
        .param("author", message.author().code())
        .param("authorId", message.authorId().orElse(null))
        .param("patient", onBehalfOf(subject, message))
        .param("text", text.bytes())
        .param("key", text.keyId())
        .param("hash", textHash(conversation.id(), message.text()))
        .param("client", MessageRow.clientId(message.repeatedBy()))
        .param("gateway", MessageRow.gateway(message.repeatedBy()))
        .param("provider", MessageRow.providerId(message.repeatedBy()))
        .param("level", message.decision().map(d -> d.level().name()).orElse(null))
        .param("decision", decision == null ? null : decision.bytes())
        .param(
            "outcome",
            message.planned().map(o -> o.name().toLowerCase(Locale.ROOT)).orElse(null))
        .param("late", message.lateVectors())
        .param("at", TimeStamps.bind(message.at()))
        .param("written", TimeStamps.bindNullable(message.writtenAt().orElse(null)))
        .param("changed", TimeStamps.bind(clock.instant()))
        .update();
    if (stored == 0) {
      return Optional.empty();
    }
    transactions.afterCommit(() -> signals.signal(conversation.id()));
    return find(message.id());
  }

  /// Of those of some messages that somebody wrote for the patient: who, by the id of the
  /// message.
  public Map<String, String> writersFor(Collection<String> ids) {
    Map<String, String> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(ids)) {
      jdbc.sql("""
          select id, author_id from message
          where id in (:ids) and author = 'patient' and author_id is not null
          """).param("ids", batch).query(row -> {
        found.put(row.getString("id"), row.getString("author_id"));
      });
    }
    return found;
  }

  /// The message of that id, or empty.
  public Optional<Message> find(String id) {
    return jdbc.sql("select * from message where id = :id")
        .param("id", id)
        .query(rows::read)
        .optional();
  }

  /// The message a sender sent before under that repeat id, or empty.
  public Optional<Message> repeatOf(String conversationId, RepeatId id) {
    return switch (id) {
      case RepeatId.Client client ->
        jdbc.sql("""
            select * from message
            where conversation_id = :conversation and client_message_id = :client
            """)
            .param("conversation", conversationId)
            .param("client", client.id())
            .query(rows::read)
            .optional();
      case RepeatId.Provider provider ->
        jdbc.sql("select * from message where gateway = :gateway and provider_message_id ="
                + " :provider")
            .param("gateway", provider.gateway())
            .param("provider", provider.id())
            .query(rows::read)
            .optional();
    };
  }

  /// Whether a message says the same as the given text, told by its keyed hash. The hash is bound
  /// to the conversation: equal texts of two patients have different ones. Rows of before that
  /// hold a hash of the text alone, which still counts.
  public boolean sameText(Message message, String text) {
    String kept = jdbc.sql("select text_hash from message where id = :id")
        .param("id", message.id())
        .query((row, n) -> row.getString(1))
        .single();
    return kept.equals(textHash(message.conversationId(), text))
        || kept.equals(hash.hash("text", text));
  }

  /// How often the patient has written, in a conversation since a moment, just what the last of
  /// these messages says; 0 where there is none.
  public int timesSaid(Conversation conversation, Instant since) {
    return jdbc.sql("""
        select count(*) from message
        where subject_id = :subject and author = :patient and at >= :since
          and conversation_id = :conversation and text_hash = (
            select last.text_hash from message last
            where last.conversation_id = :conversation and last.author = :patient
            order by last.seq desc limit 1)
        """)
        .param("subject", conversation.subjectId())
        .param("patient", Author.PATIENT.code())
        .param("since", TimeStamps.bind(since))
        .param("conversation", conversation.id())
        .query(Integer.class)
        .single();
  }

  private String textHash(String conversationId, String text) {
    return hash.hash("text in conversation", conversationId + "\u0000" + text);
  }

  /// The messages of a conversation after a place, oldest first.
  ///
  /// @param afterSeq 0 for all
  /// @param limit at most so many
  public List<Message> after(String conversationId, long afterSeq, int limit) {
    return jdbc.sql("""
        select * from message where conversation_id = :conversation and seq > :after
        order by seq limit :limit
        """)
        .param("conversation", conversationId)
        .param("after", afterSeq)
        .param("limit", limit)
        .query(rows::read)
        .list();
  }

  /// The last messages of the patient before a moment, in whatever conversation, oldest first:
  /// what the screen reads as context.
  ///
  /// @param since not older than this
  /// @param limit at most so many
  public List<Message> recentOfPatient(String subjectId, Instant since, Instant until, int limit) {
    return jdbc.sql("""
        select * from message where subject_id = :subject and author = 'patient' and at >= :since
          and at <= :until
        order by at desc, seq desc limit :limit
        """)
        .param("subject", subjectId)
        .param("since", TimeStamps.bind(since))
        .param("until", TimeStamps.bind(until))
        .param("limit", limit)
        .query(rows::read)
        .list()
        .reversed();
  }

  /// Keeps the decision as raised after the message was stored, in the caller's transaction. Its
  /// meaning counts as settled by it: read, or left to a person.
  public void raise(Subject subject, String messageId, TriageDecision decision) {
    Sealed sealed = rows.seal(subject, messageId, decision);
    jdbc.sql("""
        update message set decision_sealed = :decision, level = :level, late_vectors = false,
          changed_at = :changed where id = :id
        """)
        .param("decision", sealed.bytes())
        .param("level", decision.level().name())
        .param("changed", TimeStamps.bind(clock.instant()))
        .param("id", messageId)
        .update();
  }

  /// Keeps that the reader saw everything of the others up to a message; durable before it
  /// returns.
  ///
  /// @return how many messages were newly seen
  public int seen(String conversationId, long upToSeq) {
    return transactions.durable(() -> {
      int count = jdbc.sql("""
          update message set seen_at = :at, changed_at = :at
          where conversation_id = :conversation and seq <= :seq and author <> 'patient'
            and seen_at is null
          """)
          .param("at", TimeStamps.bind(clock.instant()))
          .param("conversation", conversationId)
          .param("seq", upToSeq)
          .update();
      transactions.afterCommit(() -> signals.signal(conversationId));
      return count;
    });
  }

  /// The place of the last message of a conversation, 0 where there is none: whoever has read the
  /// transcript waits for what comes after it.
  public long lastSeq(String conversationId) {
    return jdbc.sql("select next_seq - 1 from conversation where id = :id")
        .param("id", conversationId)
        .query(Long.class)
        .single();
  }

  /// Something that differs when a message of the conversation was added or has changed. Opens
  /// none.
  public String version(String conversationId) {
    return jdbc.sql("""
        select max(changed_at) as latest, count(*) as messages, count(seen_at) as seen,
          count(delivery) as underway
        from message where conversation_id = :conversation
        """)
        .param("conversation", conversationId)
        .query((row, n) -> row.getString("latest")
            + "/" + row.getLong("messages")
            + "/" + row.getLong("seen")
            + "/" + row.getLong("underway"))
        .single();
  }

  /// How many messages of the others the patient has not seen, by conversation; those without any
  /// are left out.
  public Map<String, Integer> unread(String subjectId) {
    Map<String, Integer> found = new HashMap<>();
    jdbc.sql("""
        select c.id, count(*) as unread from conversation c
        join message m on m.conversation_id = c.id
        where c.subject_id = :subject and m.author <> 'patient' and m.seen_at is null
        group by c.id
        """)
        .param("subject", subjectId)
        .query((row, n) -> Map.entry(row.getString("id"), row.getInt("unread")))
        .list()
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return Map.copyOf(found);
  }

  /// When messages were stored, by their ids; ids that are unknown are left out.
  public Map<String, Instant> times(Collection<String> ids) {
    Map<String, Instant> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(ids)) {
      jdbc.sql("select id, at from message where id in (:ids)")
          .param("ids", batch)
          .query((row, n) -> Map.entry(row.getString("id"), TimeStamps.read(row, "at")))
          .list()
          .forEach(message -> found.put(message.getKey(), message.getValue()));
    }
    return Map.copyOf(found);
  }

  /// Those of the messages that the patient neither has seen nor has written after in the same
  /// conversation, each with when it was written. Ids that are unknown are left out.
  public Map<String, Instant> unanswered(Collection<String> ids) {
    Map<String, Instant> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(ids)) {
      jdbc.sql("""
          select m.id, m.at from message m
          where m.id in (:ids) and m.seen_at is null
            and not exists (select 1 from message p where p.conversation_id = m.conversation_id
              and p.author = 'patient' and p.seq > m.seq)
          """)
          .param("ids", batch)
          .query((row, n) -> Map.entry(row.getString("id"), TimeStamps.read(row, "at")))
          .list()
          .forEach(message -> found.put(message.getKey(), message.getValue()));
    }
    return Map.copyOf(found);
  }

  /// When the oldest message of the patient was stored that no provider has written after in the
  /// conversation; empty: every one was answered, or there is none.
  public Optional<Instant> waitingSince(String conversationId) {
    return jdbc.sql("""
        select min(at) as since from message
        where conversation_id = :id and author = 'patient' and seq > (
          select coalesce(max(seq), 0) from message
          where conversation_id = :id and author = 'provider')
        """)
        .param("id", conversationId)
        .query((row, n) -> Optional.ofNullable(TimeStamps.readNullable(row, "since")))
        .single();
  }

  /// Keeps where a message is on its way to a phone, in the caller's transaction.
  public void delivery(String messageId, String state) {
    jdbc.sql("update message set delivery = :state, changed_at = :changed where id = :id")
        .param("state", state)
        .param("changed", TimeStamps.bind(clock.instant()))
        .param("id", messageId)
        .update();
  }

  private long nextSeq(String conversationId) {
    jdbc.sql("update conversation set next_seq = next_seq + 1, last_at = :at where id = :id")
        .param("at", TimeStamps.bind(clock.instant()))
        .param("id", conversationId)
        .update();
    return jdbc.sql("select next_seq - 1 from conversation where id = :id")
        .param("id", conversationId)
        .query(Long.class)
        .single();
  }

  private static @Nullable String onBehalfOf(Subject subject, NewMessage message) {
    return message.author() == Author.PATIENT && message.authorId().isPresent()
        ? subject.patientId().orElse(null)
        : null;
  }
}
