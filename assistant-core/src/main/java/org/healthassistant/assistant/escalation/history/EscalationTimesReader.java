package org.healthassistant.assistant.escalation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.ReplyWithin;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the times of escalations from their rows and histories; opens nothing that is sealed.
///
/// First times come from the history, since an acknowledgement that ran out or a raise clears
/// them in the row. What was promised is reckoned from the settings of today.
@Component
public class EscalationTimesReader {

  private static final String CASES = """
      select e.id, e.subject_id, e.conversation_id, e.message_id, e.level, e.created_at,
        e.resolved_at, e.outcome, e.alert_right,
        (select min(v.at) from escalation_event v
          where v.escalation_id = e.id and v.kind = :paged) as paged_at,
        (select min(v.at) from escalation_event v where v.escalation_id = e.id
          and v.kind in (:taking)) as taken_at,
        (select min(v.at) from escalation_event v where v.escalation_id = e.id
          and (v.kind = :seen or (v.kind = :contacted and v.reached)))
          as reached_at,
        (select max(v.at) from escalation_event v
          where v.escalation_id = e.id and v.kind = :lowered) as lowered_at
      from escalation e where e.created_at >= :from and e.created_at < :to
      order by e.created_at, e.id
      """;

  private static final String LEVELS = """
      select v.escalation_id, v.at, v.kind, v.to_level
      from escalation_event v join escalation e on e.id = v.escalation_id
      where e.created_at >= :from and e.created_at < :to
        and v.kind in (:levels) and v.to_level is not null
      """;

  /// What takes an escalation into a person's hands.
  private static final List<String> TAKING =
      codes(EventKind.ACKNOWLEDGED, EventKind.TAKEN_OVER, EventKind.REPLIED, EventKind.CONTACTED);

  private static final List<String> LEVEL_KINDS =
      codes(EventKind.OPENED, EventKind.RAISED, EventKind.LOWERED);

  private final JdbcClient jdbc;
  private final ReplyWithin replyWithin;

  EscalationTimesReader(JdbcClient jdbc, ReplyWithin replyWithin) {
    this.jdbc = jdbc;
    this.replyWithin = replyWithin;
  }

  /// Those that began in the period, oldest first.
  public List<EscalationTimes> between(Instant from, Instant to) {
    Map<String, List<Step>> steps = jdbc
        .sql(LEVELS)
        .param("levels", LEVEL_KINDS)
        .param("from", TimeStamps.bind(from))
        .param("to", TimeStamps.bind(to))
        .query((row, n) -> new Step(
            row.getString("escalation_id"),
            TimeStamps.read(row, "at"),
            EventKind.parse(row.getString("kind")),
            Level.valueOf(row.getString("to_level"))))
        .stream()
        .collect(Collectors.groupingBy(Step::escalationId));
    return jdbc.sql(CASES)
        .param("paged", EventKind.PAGED.code())
        .param("taking", TAKING)
        .param("seen", EventKind.SEEN.code())
        .param("contacted", EventKind.CONTACTED.code())
        .param("lowered", EventKind.LOWERED.code())
        .param("from", TimeStamps.bind(from))
        .param("to", TimeStamps.bind(to))
        .query((row, n) -> read(row, steps.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  private EscalationTimes read(ResultSet row, List<Step> steps) throws SQLException {
    Instant created = TimeStamps.read(row, "created_at");
    Optional<Instant> contacted = time(row, "reached_at");
    Level now = Level.valueOf(row.getString("level"));
    Optional<Instant> lowered = time(row, "lowered_at");
    return new EscalationTimes(
        row.getString("id"),
        row.getString("subject_id"),
        row.getString("conversation_id"),
        row.getString("message_id"),
        steps.stream().filter(Step::isUp).map(Step::level).reduce(now, Level::max),
        created,
        promised(created, now, contacted, steps),
        time(row, "paged_at"),
        time(row, "taken_at"),
        contacted,
        time(row, "resolved_at"),
        Optional.ofNullable(row.getString("outcome")),
        Optional.ofNullable(row.getObject("alert_right", Boolean.class)),
        lowered.flatMap(at -> steps.stream()
            .filter(step -> !step.isUp() && step.at().equals(at))
            .map(Step::level)
            .findFirst()));
  }

  private Instant promised(
      Instant created, Level otherwise, Optional<Instant> contacted, List<Step> steps) {
    return steps.stream()
        .filter(Step::isUp)
        .filter(step -> step.isOpening() || contacted.filter(step.at()::isAfter).isEmpty())
        .map(step -> replyWithin.replyBy(step.level(), step.isOpening() ? created : step.at()))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> replyWithin.replyBy(otherwise, created));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(TimeStamps.readNullable(row, column));
  }

  private static List<String> codes(EventKind... kinds) {
    return Arrays.stream(kinds).map(EventKind::code).toList();
  }

  /// A change of level.
  private record Step(String escalationId, Instant at, EventKind kind, Level level) {
    boolean isOpening() {
      return kind == EventKind.OPENED;
    }

    boolean isUp() {
      return kind != EventKind.LOWERED;
    }
  }
}
