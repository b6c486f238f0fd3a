package org.healthassistant.assistant.escalation.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.escalation.notice.NoticeParts;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.team.CareTeam;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows in a real database.
record StoredRooms(EscalationRooms rooms, JdbcClient jdbc) implements SimulatedRooms {

  static StoredRooms of(EscalationRooms rooms) {
    return new StoredRooms(rooms, rooms.bean(JdbcClient.class));
  }

  @Override
  public void at(Instant instant) {
    rooms.at(instant);
  }

  @Override
  public List<Conversation> conversations(int count) {
    return IntStream.range(0, count).mapToObj(i -> rooms.conversation()).toList();
  }

  @Override
  public Escalation write(Conversation conversation, Level level, String category) {
    return rooms.write(conversation, level, category);
  }

  @Override
  public EscalationDesk desk() {
    return rooms.desk();
  }

  @Override
  public Escalation find(String id) {
    return rooms.bean(Escalations.class).find(id).orElseThrow();
  }

  @Override
  public PagingParts paging(Policy policy, PageChannels channels) {
    return PagingParts.on(rooms, policy, channels);
  }

  @Override
  public Function<String, Next> notice(CareTeam team) {
    NoticeParts notice = new NoticeParts(rooms, team);
    return id -> {
      notice.runNow(id);
      return new Next.Done();
    };
  }

  @Override
  public Function<String, Next> takeOver() {
    return id -> rooms.run(EscalationTasks.CHECK_TAKE_OVER, id);
  }

  @Override
  public ActionResult reply(String id, String person) {
    return rooms.desk().reply(id, person, "hello", null);
  }

  @Override
  public Optional<Due> next() {
    return jdbc.sql("""
        select task_name, task_instance, execution_time from scheduled_tasks
        order by execution_time limit 1
        """).query(StoredRooms::due).optional();
  }

  @Override
  public void done(Due due) {
    jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?")
        .params(due.name(), due.id())
        .update();
  }

  @Override
  public void again(Due due, Instant at) {
    jdbc.sql("""
        update scheduled_tasks set execution_time = ?
        where task_name = ? and task_instance = ?
        """).params(TimeStamps.bind(at), due.name(), due.id()).update();
  }

  @Override
  public List<Due> scheduled() {
    return jdbc.sql("select task_name, task_instance, execution_time from scheduled_tasks")
        .query(StoredRooms::due)
        .list();
  }

  @Override
  public void clear() {
    jdbc.sql("delete from scheduled_tasks").update();
  }

  @Override
  public Map<String, SimulationTrace.Event> history(Set<String> escalations) {
    Map<String, SimulationTrace.Event> found = new LinkedHashMap<>();
    jdbc
        .sql("select * from escalation_event order by id")
        .query((row, number) -> Map.entry(row.getString("id"), event(row)))
        .list()
        .stream()
        .filter(entry -> escalations.contains(entry.getValue().escalation()))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(row.getString(1), row.getString(2), TimeStamps.read(row, "execution_time"));
  }

  private static SimulationTrace.Event event(ResultSet row) throws SQLException {
    return new SimulationTrace.Event(
        TimeStamps.read(row, "at"),
        row.getString("escalation_id"),
        row.getString("subject_id"),
        row.getString("kind"),
        row.getString("actor"),
        level(row.getString("from_level")),
        level(row.getString("to_level")),
        row.getString("detail"));
  }

  private static @Nullable Level level(@Nullable String name) {
    return name == null ? null : Level.valueOf(name);
  }
}
