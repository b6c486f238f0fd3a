package org.healthassistant.assistant.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of escalations.
@Component
class EscalationRows {

  /// Those that wait for a person: few, and found by their index whatever was resolved before.
  private static final String UNRESOLVED = "open_subject is not null";

  /// Two instances notice the same jump within seconds.
  private static final Duration SAME_JUMP = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final UrgencyPages pages;

  EscalationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.pages = new UrgencyPages(jdbc);
  }

  Optional<Escalation> open(String subjectId) {
    return jdbc.sql("select * from escalation where open_subject = :subject")
        .param("subject", subjectId)
        .query(EscalationRows::read)
        .optional();
  }

  Optional<Escalation> find(String id) {
    return jdbc.sql("select * from escalation where id = :id")
        .param("id", id)
        .query(EscalationRows::read)
        .optional();
  }

  /// The one that no other followed: each names the one before it, whatever the clocks said of
  /// when they ended.
  Optional<String> lastResolved(String subjectId) {
    return jdbc.sql("""
        select e.id from escalation e where e.subject_id = :subject and e.state = 'RESOLVED'
          and not exists (select 1 from escalation later
            where later.subject_id = e.subject_id and later.former_id = e.id)
        order by e.resolved_at desc limit 1
        """)
        .param("subject", subjectId)
        .query((row, n) -> row.getString(1))
        .optional();
  }

  List<Escalation> list(EscalationFilter filter) {
    return pages.read(filter, filter.after().flatMap(this::find));
  }

  /// What waits for somebody to take it, in numbers.
  Escalations.Waiting waiting() {
    return jdbc.sql("""
        select count(*) as waiting, max(case when level = 'EMERGENCY' then level_at end) as newest,
          coalesce(sum(case when level = 'EMERGENCY' then 1 else 0 end), 0) as emergencies
        from escalation where %s and state in ('OPEN', 'NOTIFIED')
        """.formatted(UNRESOLVED))
        .query((row, n) -> new Escalations.Waiting(
            row.getInt("waiting"),
            row.getInt("emergencies"),
            Optional.ofNullable(TimeStamps.readNullable(row, "newest"))))
        .single();
  }

  List<Escalation> ofSubject(String subjectId) {
    return jdbc.sql("select * from escalation where subject_id = :subject order by created_at, id")
        .param("subject", subjectId)
        .query(EscalationRows::read)
        .list();
  }

  /// @param id of the last one read that was changed at that time; empty: none of that time was
  List<Escalation> changedAfter(Instant at, String id, int limit) {
    return jdbc.sql("""
        select * from escalation
        where changed_at > :at or (:id <> '' and changed_at = :at and id > :id)
        order by changed_at, id limit :limit
        """)
        .param("at", TimeStamps.bind(at))
        .param("id", id)
        .param("limit", limit)
        .query(EscalationRows::read)
        .list();
  }

  void insert(Escalation e) {
    jdbc.sql("""
        insert into escalation (id, subject_id, open_subject, conversation_id, message_id,
          former_id, level, categories, state, human_requested, created_at, level_at, reply_by,
          round, changed_at)
        values (:id, :subject, :subject, :conversation, :message,
          :former, :level, :categories, :state, :human, :created, :levelAt, :replyBy,
          :round, :changed)
        """)
        .param("id", e.id())
        .param("subject", e.subjectId())
        .param("conversation", e.conversationId())
        .param("message", e.messageId())
        .param("former", e.formerId().orElse(null))
        .param("level", e.level().name())
        .param("categories", String.join(",", e.categories()))
        .param("state", e.state().name())
        .param("human", e.humanRequested())
        .param("created", TimeStamps.bind(e.createdAt()))
        .param("levelAt", TimeStamps.bind(e.levelAt()))
        .param("replyBy", TimeStamps.bind(e.replyBy()))
        .param("round", e.round())
        .param("changed", TimeStamps.bind(e.changedAt()))
        .update();
  }

  Escalation update(Escalation e) {
    jdbc.sql("""
        update escalation set
          open_subject = case when :resolved then null else open_subject end,
          conversation_id = :conversation,
          message_id = :message, level = :level, categories = :categories, state = :state,
          human_requested = :human, level_at = :levelAt, reply_by = :replyBy,
          assignee = :assignee, acknowledged_by = :ackBy, acknowledged_at = :ackAt,
          contacted_at = :contactedAt, resolved_at = :resolvedAt, outcome = :outcome,
          alert_right = :alertRight, round = :round, changed_at = :changed
        where id = :id
        """)
        .param("resolved", e.state() == Escalation.State.RESOLVED)
        .param("conversation", e.conversationId())
        .param("message", e.messageId())
        .param("level", e.level().name())
        .param("categories", String.join(",", e.categories()))
        .param("state", e.state().name())
        .param("human", e.humanRequested())
        .param("levelAt", TimeStamps.bind(e.levelAt()))
        .param("replyBy", TimeStamps.bind(e.replyBy()))
        .param("assignee", e.assignee().orElse(null))
        .param("ackBy", e.acknowledgedBy().orElse(null))
        .param("ackAt", TimeStamps.bindNullable(e.acknowledgedAt().orElse(null)))
        .param("contactedAt", TimeStamps.bindNullable(e.contactedAt().orElse(null)))
        .param("resolvedAt", TimeStamps.bindNullable(e.resolution().resolvedAt().orElse(null)))
        .param("outcome", e.resolution().outcome().orElse(null))
        .param("alertRight", e.resolution().alertRight().orElse(null))
        .param("round", e.round())
        .param("changed", TimeStamps.bind(e.changedAt()))
        .param("id", e.id())
        .update();
    return e;
  }

  /// The ids and subjects of all that are open.
  List<Escalation> allOpen() {
    return jdbc.sql("select * from escalation where open_subject is not null order by id")
        .query(EscalationRows::read)
        .list();
  }

  /// Makes an escalation so much older that is held without contact; in the caller's
  /// transaction, which holds the subject's lock.
  ///
  /// @return false when its times were moved within the last minute, by whichever instance:
  ///     then nothing is done
  boolean moveBack(String id, Duration by, Instant now) {
    return jdbc.sql("""
        update escalation set clock_moved_at = :now,
          acknowledged_at = acknowledged_at - cast(:seconds as integer) * interval '1' second
        where id = :id
          and (clock_moved_at is null or clock_moved_at > :now or clock_moved_at < :before)
        """)
            .param("seconds", by.toSeconds())
            .param("id", id)
            .param("now", TimeStamps.bind(now))
            .param("before", TimeStamps.bind(now.minus(SAME_JUMP)))
            .update()
        > 0;
  }

  private static Escalation read(ResultSet row, int number) throws SQLException {
    String categories = row.getString("categories");
    return new Escalation(
        new Escalation.Identity(
            row.getString("id"),
            row.getString("subject_id"),
            Optional.ofNullable(row.getString("former_id")),
            TimeStamps.read(row, "created_at")),
        new Escalation.Concern(
            row.getString("conversation_id"),
            row.getString("message_id"),
            Level.valueOf(row.getString("level")),
            categories.isEmpty() ? List.of() : Arrays.asList(categories.split(",", -1)),
            row.getBoolean("human_requested"),
            TimeStamps.read(row, "level_at"),
            TimeStamps.read(row, "reply_by"),
            row.getInt("round")),
        new Escalation.Handling(
            Escalation.State.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("assignee")),
            Optional.ofNullable(row.getString("acknowledged_by")),
            Optional.ofNullable(TimeStamps.readNullable(row, "acknowledged_at")),
            Optional.ofNullable(TimeStamps.readNullable(row, "contacted_at"))),
        new Escalation.Resolution(
            Optional.ofNullable(TimeStamps.readNullable(row, "resolved_at")),
            Optional.ofNullable(row.getString("outcome")),
            Optional.ofNullable(row.getObject("alert_right", Boolean.class))),
        TimeStamps.read(row, "changed_at"));
  }

  /// Escalations page by page, the most urgent first, then the oldest.
  ///
  /// No index has that order, for a level is a word. So each state and level is read by itself,
  /// in the order of the index `escalation_state` and no more of it than a page holds, and only
  /// what was read is put together: a page costs what is shown, however many are open.
  private static final class UrgencyPages {

    private static final Set<Escalation.State> TO_DO =
        Set.of(Escalation.State.OPEN, Escalation.State.NOTIFIED, Escalation.State.ACKNOWLEDGED);

    private static final List<Level> BY_URGENCY =
        List.of(Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE);

    private static final String PART = """
        (select * from escalation
        where state = '%s' and level = '%s' and (:assignee = '' or assignee = :assignee) and %s
        order by created_at, id limit :limit)
        """;

    private static final String FROM_THE_FIRST = "true";

    /// The first half lets the index begin there.
    private static final String AFTER =
        "created_at >= :created and (created_at > :created or id > :after)";

    private static final String WHOLE = """
        select * from (%s) page
        order by case level when 'EMERGENCY' then 0 when 'SAME_DAY' then 1 else 2 end,
          created_at, id
        limit :limit
        """;

    private final JdbcClient jdbc;

    UrgencyPages(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /// A page of those that a filter names.
    ///
    /// @param last the one that the filter's `after` names; empty: the first page
    List<Escalation> read(EscalationFilter filter, Optional<Escalation> last) {
      Set<Escalation.State> states = filter.states().isEmpty() ? TO_DO : filter.states();
      List<Level> levels = BY_URGENCY.stream()
          .filter(level -> filter.level().map(level::equals).orElse(true))
          .filter(level -> last.map(e -> urgency(level) >= urgency(e.level())).orElse(true))
          .toList();
      if (levels.isEmpty()) {
        return List.of();
      }
      String parts = levels.stream()
          .flatMap(level -> states.stream()
              .sorted()
              .map(state -> PART.formatted(state, level, begins(level, last))))
          .collect(Collectors.joining(" union all "));
      var asked = jdbc.sql(WHOLE.formatted(parts))
          .param("assignee", filter.assignee().orElse(""))
          .param("limit", filter.limit());
      if (last.isPresent()) {
        asked = asked
            .param("created", TimeStamps.bind(last.get().createdAt()))
            .param("after", last.get().id());
      }
      return asked.query(EscalationRows::read).list();
    }

    private static String begins(Level level, Optional<Escalation> last) {
      return last.filter(e -> e.level() == level).isPresent() ? AFTER : FROM_THE_FIRST;
    }

    private static int urgency(Level level) {
      return BY_URGENCY.indexOf(level);
    }
  }
}
