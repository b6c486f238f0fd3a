package org.healthassistant.assistant.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds and begins conversations, and keeps what is true of a conversation as a whole.
@Component
public class Conversations {

  private static final Duration DAY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final RealClock clock;
  private final Transactions transactions;
  private final TopicSignals signals;
  private final Subjects subjects;
  private final ConversationLimits limits;

  Conversations(
      JdbcClient jdbc,
      RealClock clock,
      Transactions transactions,
      TopicSignals signals,
      Subjects subjects,
      ConversationLimits limits) {
    this.signals = signals;
    this.subjects = subjects;
    this.limits = limits;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Begins a web conversation as its patient asks for it; durable before it returns.
  ///
  /// @param caregiver who begins it for the patient; empty: the patient
  /// @return empty where the subject has begun, or has, as many as [ConversationLimits] allow
  public Optional<Conversation> beginAsked(
      String subjectId, Language language, Optional<String> caregiver) {
    return transactions.durable(() -> {
      // Else those that are asked for at once would all count as the last.
      subjects.lock(subjectId);
      return isAtLimit(subjectId)
          ? Optional.empty()
          : Optional.of(beginWeb(subjectId, language, caregiver));
    });
  }

  private boolean isAtLimit(String subjectId) {
    return jdbc.sql("""
        select count(*) as kept, coalesce(sum(case when started_at > :since then 1 else 0 end), 0)
          as fresh
        from conversation where subject_id = :s and channel = 'web'
        """)
        .param("s", subjectId)
        .param("since", TimeStamps.bind(clock.instant().minus(DAY)))
        .query((row, n) ->
            row.getInt("kept") >= limits.inAll() || row.getInt("fresh") >= limits.aDay())
        .single();
  }

  /// Begins a web conversation of the patient, however many there are; durable before it returns.
  public Conversation beginWeb(String subjectId, Language language) {
    return beginWeb(subjectId, language, Optional.empty());
  }

  /// Begins a web conversation; durable before it returns.
  ///
  /// @param caregiver who begins it for the patient; empty: the patient
  public Conversation beginWeb(String subjectId, Language language, Optional<String> caregiver) {
    String id = Ids.next();
    transactions.durable(() -> {
      insert(id, subjectId, Channel.WEB, null, null, language);
      caregiver.ifPresent(
          person -> jdbc.sql("update conversation set caregiver_id = :person where id = :id")
              .param("person", person)
              .param("id", id)
              .update());
    });
    return get(id);
  }

  /// The one SMS conversation of a number of theirs with a number of ours, begun where there is
  /// none, in the caller's transaction.
  public Conversation smsThread(
      String subjectId, String numberHash, String ownNumber, Language language) {
    String thread = numberHash + "/" + ownNumber;
    Optional<Conversation> found = ofThread(thread);
    if (found.isPresent()) {
      return found.get();
    }
    insert(Ids.next(), subjectId, Channel.SMS, ownNumber, numberHash, language);
    return ofThread(thread).orElseThrow();
  }

  /// The conversation of that id.
  ///
  /// @throws IllegalStateException if there is none
  public Conversation get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no conversation has id " + id));
  }

  /// The conversation of that id, or empty.
  public Optional<Conversation> find(String id) {
    return jdbc.sql("select * from conversation where id = :id")
        .param("id", id)
        .query(Conversations::read)
        .optional();
  }

  /// All of a subject, the one last written in first.
  public List<Conversation> ofSubject(String subjectId) {
    return jdbc.sql(
            "select * from conversation where subject_id = :s order by last_at desc, id desc")
        .param("s", subjectId)
        .query(Conversations::read)
        .list();
  }

  /// Keeps the language last used, in the caller's transaction.
  public void language(String id, Language language) {
    jdbc.sql("update conversation set language = :language where id = :id")
        .param("language", language.tag())
        .param("id", id)
        .update();
  }

  /// Gives the conversation to a provider (the assistant falls silent) or back (null), in the
  /// caller's transaction.
  public void takeOver(String id, @Nullable String providerId) {
    jdbc.sql("update conversation set taken_over_by = :by where id = :id")
        .param("by", providerId)
        .param("id", id)
        .update();
    transactions.afterCommit(() -> signals.signal(id));
  }

  /// Gives every conversation of a subject that a provider has back to the assistant, in the
  /// caller's transaction.
  ///
  /// @return the ids of those given back
  public List<String> giveBack(String subjectId) {
    List<String> taken = jdbc.sql(
            "select id from conversation where subject_id = :s and taken_over_by is not null")
        .param("s", subjectId)
        .query((row, number) -> row.getString("id"))
        .list();
    if (!taken.isEmpty()) {
      jdbc.sql("""
          update conversation set taken_over_by = null
          where subject_id = :s and taken_over_by is not null
          """).param("s", subjectId).update();
      transactions.afterCommit(() -> taken.forEach(signals::signal));
    }
    return taken;
  }

  /// Takes the lease under which replies of the conversation are made, one at a time.
  ///
  /// @param owner who asks; whoever holds it may take it again
  /// @param term how long it is good for, should the owner die
  /// @return whether the owner has it now
  public boolean lease(String id, String owner, Duration term) {
    Instant now = clock.instant();
    return jdbc.sql("""
        update conversation set lease_owner = :owner, lease_until = :until
        where id = :id and (lease_owner is null or lease_owner = :owner or lease_until < :now)
        """)
            .param("owner", owner)
            .param("until", TimeStamps.bind(now.plus(term)))
            .param("id", id)
            .param("now", TimeStamps.bind(now))
            .update()
        == 1;
  }

  /// Gives the lease back; nothing happens when somebody else has it by now.
  public void release(String id, String owner) {
    jdbc.sql("""
        update conversation set lease_owner = null, lease_until = null
        where id = :id and lease_owner = :owner
        """).param("id", id).param("owner", owner).update();
  }

  private Optional<Conversation> ofThread(String thread) {
    return jdbc.sql("select * from conversation where sms_thread = :thread")
        .param("thread", thread)
        .query(Conversations::read)
        .optional();
  }

  private void insert(
      String id,
      String subjectId,
      Channel channel,
      @Nullable String ownNumber,
      @Nullable String numberHash,
      Language language) {
    jdbc.sql("""
        insert into conversation (id, subject_id, channel, own_number, sms_thread, number_hash,
          language, started_at, last_at, next_seq)
        values (:id, :subject, :channel, :own, :thread, :hash, :language, :at, :at, 1)
        on conflict do nothing
        """)
        .param("id", id)
        .param("subject", subjectId)
        .param("channel", channel.code())
        .param("own", ownNumber)
        .param("thread", numberHash == null ? null : numberHash + "/" + ownNumber)
        .param("hash", numberHash)
        .param("language", language.tag())
        .param("at", TimeStamps.bind(clock.instant()))
        .update();
  }

  private static Conversation read(ResultSet row, int number) throws SQLException {
    return new Conversation(
        row.getString("id"),
        row.getString("subject_id"),
        Channel.of(row.getString("channel")),
        Optional.ofNullable(row.getString("own_number")),
        Optional.ofNullable(row.getString("number_hash")),
        Language.orFallback(row.getString("language")),
        TimeStamps.read(row, "started_at"),
        TimeStamps.read(row, "last_at"),
        Optional.ofNullable(row.getString("taken_over_by")),
        Optional.ofNullable(row.getString("caregiver_id")));
  }
}
