package org.healthassistant.assistant.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The history of escalations: appended to in the transaction that changes them.
@Component
class EscalationHistory {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final Sealing sealing;
  private final RealClock clock;

  EscalationHistory(JdbcClient jdbc, Subjects subjects, Sealing sealing, RealClock clock) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.sealing = sealing;
    this.clock = clock;
  }

  void add(Escalation escalation, EscalationEntry entry) {
    String id = Ids.next();
    @Nullable
    Sealed text = entry.text() == null
        ? null
        : sealing.seal(subjects.get(escalation.subjectId()), place(id), entry.text());
    jdbc.sql("""
        insert into escalation_event (id, escalation_id, subject_id, at, kind, actor, from_level,
          to_level, message_id, detail, text_sealed, key_id, round, page_key, reached, action_key,
          seq)
        values (:id, :escalation, :subject, :at, :kind, :actor, :from,
          :to, :message, :detail, :text, :key, :round, :page, :reached, :action,
          (select coalesce(max(before.seq), 0) + 1 from escalation_event before
            where before.escalation_id = :escalation))
        """)
        .param("id", id)
        .param("escalation", escalation.id())
        .param("subject", escalation.subjectId())
        .param("at", TimeStamps.bind(clock.instant()))
        .param("kind", entry.kind().code())
        .param("actor", entry.actor())
        .param("from", entry.from() == null ? null : entry.from().name())
        .param("to", entry.to() == null ? null : entry.to().name())
        .param("message", entry.messageId())
        .param("detail", entry.detail())
        .param("text", text == null ? null : text.bytes())
        .param("key", text == null ? null : text.keyId())
        .param("round", entry.round())
        .param("page", entry.pageKey())
        .param("reached", entry.reached())
        .param("action", entry.actionKey())
        .update();
  }

  /// In the order of writing, whatever the clocks of the instances that wrote them said. Those of
  /// former versions have no number and come first, by their ids.
  List<EscalationEvent> forEscalation(String escalationId) {
    return jdbc.sql("""
        select * from escalation_event where escalation_id = :id order by coalesce(seq, 0), id
        """).param("id", escalationId).query(this::read).list();
  }

  /// Whether there is an entry of that kind in that round, with that `reached` where one is asked
  /// for.
  boolean hasInRound(RoundId round, EventKind kind, @Nullable Boolean reached) {
    return jdbc.sql("""
        select count(*) from escalation_event
        where escalation_id = :id and kind = :kind and round = :round
          and (:any or reached = :reached)
        """)
            .param("id", round.escalationId())
            .param("kind", kind.code())
            .param("round", round.round())
            .param("any", reached == null)
            .param("reached", reached != null && reached)
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Whether there is an entry of that kind about that page.
  boolean hasForPage(String escalationId, EventKind kind, String pageKey) {
    return jdbc.sql("""
        select count(*) from escalation_event
        where escalation_id = :id and kind = :kind and page_key = :page
        """)
            .param("id", escalationId)
            .param("kind", kind.code())
            .param("page", pageKey)
            .query(Integer.class)
            .single()
        > 0;
  }

  /// What an action of that key has done, or empty.
  Optional<EscalationEvent> ofAction(String escalationId, String actionKey) {
    return jdbc.sql("""
        select * from escalation_event where escalation_id = :id and action_key = :key
        """)
        .param("id", escalationId)
        .param("key", actionKey)
        .query(this::read)
        .optional();
  }

  /// Whether there is an entry of that kind about that message.
  boolean hasAbout(String escalationId, EventKind kind, String messageId) {
    return jdbc.sql("""
        select count(*) from escalation_event
        where escalation_id = :id and kind = :kind and message_id = :message
        """)
            .param("id", escalationId)
            .param("kind", kind.code())
            .param("message", messageId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Those of the escalations that have an entry of that kind.
  Set<String> withKind(Collection<String> escalationIds, EventKind kind) {
    Set<String> found = new HashSet<>();
    for (List<String> batch : IdBatches.split(escalationIds)) {
      found.addAll(jdbc.sql("""
          select distinct escalation_id from escalation_event
          where kind = :kind and escalation_id in (:ids)
          """)
          .param("kind", kind.code())
          .param("ids", batch)
          .query(String.class)
          .list());
    }
    return Set.copyOf(found);
  }

  private EscalationEvent read(ResultSet row, int number) throws SQLException {
    byte[] text = row.getBytes("text_sealed");
    String id = row.getString("id");
    return new EscalationEvent(
        TimeStamps.read(row, "at"),
        EventKind.parse(row.getString("kind")),
        row.getString("actor"),
        Optional.ofNullable(row.getString("from_level")).map(Level::valueOf),
        Optional.ofNullable(row.getString("to_level")).map(Level::valueOf),
        Optional.ofNullable(row.getString("message_id")),
        row.getString("detail"),
        text == null
            ? Optional.empty()
            : Optional.of(sealing
                .openIfWhole(new Sealed(text, row.getString("key_id")), place(id))
                .orElse(Sealing.UNREADABLE)));
  }

  private static AssociatedData place(String id) {
    return new AssociatedData("escalation_event", "text", id);
  }
}
