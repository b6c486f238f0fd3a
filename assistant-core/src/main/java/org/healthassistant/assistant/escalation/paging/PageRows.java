package org.healthassistant.assistant.escalation.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.AcceptedPages;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.healthassistant.assistant.store.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of pages.
@Component
public class PageRows implements AcceptedPages {

  private final JdbcClient jdbc;

  PageRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Page> find(String key) {
    return jdbc.sql("select * from page where page_key = :key")
        .param("key", key)
        .query(PageRows::read)
        .optional();
  }

  /// The latest step of a round, or empty when its first is still to come.
  public Optional<Progress.Step> lastStep(RoundId round) {
    return jdbc.sql("""
        select step, min(created_at) as paged_at,
          sum(case when state in ('ACCEPTED', 'SENDING')
            or state = 'PENDING' and attempts = 0 then 1 else 0 end) as hopeful
        from page where escalation_id = :escalation and round = :round
        group by step order by step desc limit 1
        """)
        .param("escalation", round.escalationId())
        .param("round", round.round())
        .query((row, number) -> new Progress.Step(
            row.getInt("step"), TimeStamps.read(row, "paged_at"), row.getInt("hopeful") == 0))
        .optional();
  }

  /// Those of a round that a channel has accepted, the first steps first.
  public List<Page> accepted(RoundId round) {
    return jdbc.sql("""
        select * from page
        where escalation_id = :escalation and round = :round and state = 'ACCEPTED'
        order by step, page_key
        """)
        .param("escalation", round.escalationId())
        .param("round", round.round())
        .query(PageRows::read)
        .list();
  }

  @Override
  public boolean anyAccepted(String escalationId) {
    return jdbc.sql("select count(*) from page where escalation_id = :id and state = 'ACCEPTED'")
            .param("id", escalationId)
            .query(Integer.class)
            .single()
        > 0;
  }

  void insert(Page page) {
    jdbc.sql("""
        insert into page (page_key, escalation_id, subject_id, round, step, recipient, channel, state,
          attempts, created_at)
        values (:key, :escalation, :subject, :round, :step, :recipient, :channel, :state,
          0, :created)
        on conflict do nothing
        """)
        .param("key", page.key())
        .param("escalation", page.escalationId())
        .param("subject", page.subjectId())
        .param("round", page.round())
        .param("step", page.step())
        .param("recipient", page.recipient())
        .param("channel", page.channel())
        .param("state", page.state().name())
        .param("created", TimeStamps.bind(page.createdAt()))
        .update();
  }

  /// Marks that an attempt begins, and counts it as a repeat where the one before has no
  /// outcome.
  ///
  /// @param attempts how many were begun before, as the caller has seen it
  /// @return false when another has begun one since: then nothing is marked
  boolean sending(String key, int attempts, Instant at) {
    return jdbc.sql("""
        update page set repeats = repeats + case when state = 'SENDING' then 1 else 0 end,
          state = 'SENDING', attempts = attempts + 1, sent_at = :at
        where page_key = :key and attempts = :attempts and state in ('PENDING', 'SENDING')
        """)
            .param("at", TimeStamps.bind(at))
            .param("key", key)
            .param("attempts", attempts)
            .update()
        > 0;
  }

  /// Keeps what became of an attempt.
  ///
  /// @param attempts how many were begun, that one included
  /// @return false when another was begun since, or what became of it is known already: a
  ///     process that was held still for long comes too late, and nothing is kept
  boolean outcome(String key, int attempts, Page.State state, @Nullable String error) {
    return jdbc.sql("""
        update page set state = :state, error = :error
        where page_key = :key and attempts = :attempts and state in ('PENDING', 'SENDING')
        """)
            .param("state", state.name())
            .param("error", error)
            .param("key", key)
            .param("attempts", attempts)
            .update()
        > 0;
  }

  /// Keeps that the other side could not deliver a page that it had taken, or was being given.
  ///
  /// @return false when no such page was on its way
  boolean undelivered(String key, String error) {
    return jdbc.sql("""
        update page set state = 'FAILED', error = :error
        where page_key = :key and state in ('SENDING', 'ACCEPTED')
        """).param("error", error).param("key", key).update() > 0;
  }

  /// Makes the steps of an escalation so much older.
  void moveBack(String escalationId, Duration by) {
    jdbc.sql("""
        update page set
          created_at = created_at - cast(:seconds as integer) * interval '1' second
        where escalation_id = :escalation
        """)
        .param("seconds", by.toSeconds())
        .param("escalation", escalationId)
        .update();
  }

  private static Page read(ResultSet row, int number) throws SQLException {
    return new Page(
        row.getString("page_key"),
        row.getString("escalation_id"),
        row.getString("subject_id"),
        row.getInt("round"),
        row.getInt("step"),
        row.getString("recipient"),
        row.getString("channel"),
        Page.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("error")),
        TimeStamps.read(row, "created_at"),
        Optional.ofNullable(TimeStamps.readNullable(row, "sent_at")));
  }
}
