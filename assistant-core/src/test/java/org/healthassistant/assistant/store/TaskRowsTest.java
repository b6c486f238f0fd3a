package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.TaskHandler.Urgency;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TaskRowsTest {

  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Instant now;
  private final TestRooms rooms;
  private final TaskRows rows;
  private final String id = Ids.next();

  TaskRowsTest(TestDatabase database) {
    rooms = TestRooms.with("store", "patient").sharedOn(database);
    jdbc = rooms.bean(JdbcClient.class);
    now = rooms.now();
    rows = new TaskRows(jdbc);
  }

  @Test
  void addsWhatIsMissingWithItsUrgency() {
    assertThat(ensureDue()).isTrue();
    assertThat(dueAt()).isEqualTo(now);
    assertThat(jdbc.sql("select priority from scheduled_tasks where task_instance = :id")
            .param("id", id)
            .query(Integer.class)
            .single())
        .isEqualTo(Urgency.HIGHEST.priority());
  }

  @Test
  void movesWhatWaitsForLongToNow() {
    schedule(now.plus(Duration.ofHours(1)));
    assertThat(ensureDue()).isTrue();
    assertThat(dueAt()).isEqualTo(now);
  }

  @Test
  void leavesAloneWhatIsDueSoon() {
    schedule(now.plusSeconds(30));
    assertThat(ensureDue()).isFalse();
    assertThat(dueAt()).isEqualTo(now.plusSeconds(30));
  }

  @Test
  void leavesAloneWhatAWorkerRuns() {
    schedule(now.plus(Duration.ofHours(1)));
    jdbc.sql("update scheduled_tasks set picked = true where task_instance = :id")
        .param("id", id)
        .update();
    assertThat(ensureDue()).isFalse();
    assertThat(dueAt()).isEqualTo(now.plus(Duration.ofHours(1)));
  }

  private boolean ensureDue() {
    return rows.ensureDue("some-task", id, Urgency.HIGHEST, now, AHEAD);
  }

  private void schedule(Instant at) {
    rooms
        .bean(Transactions.class)
        .durable(() -> rooms.bean(Tasks.class).schedule("some-task", id, at));
  }

  private Instant dueAt() {
    return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :id")
        .param("id", id)
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .single();
  }
}
