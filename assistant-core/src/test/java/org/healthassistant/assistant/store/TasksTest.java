package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TasksTest {

  private static final String NAME = "some-task";

  private final TestRooms rooms;
  private final JdbcClient jdbc;
  private final Tasks tasks;
  private final String id = Ids.next();

  TasksTest(TestDatabase database) {
    rooms = TestRooms.with("store", "patient").sharedOn(database);
    jdbc = rooms.bean(JdbcClient.class);
    tasks = rooms.bean(Tasks.class);
  }

  @Test
  void schedulesAnIdOnceWhileItWaits() {
    schedule(rooms.now());
    schedule(rooms.now().plusSeconds(60));

    assertThat(scheduled()).containsExactly(id);
  }

  @Test
  void runsOnceMoreWhatIsBeingRunAtTheMoment() {
    schedule(rooms.now());
    pick(id);

    schedule(rooms.now());
    schedule(rooms.now());

    assertThat(scheduled()).containsExactly(id, id + "~");
    assertThat(scheduled()).allSatisfy(row -> assertThat(Tasks.idOf(row)).isEqualTo(id));
  }

  @Test
  void runsOnceMoreEvenWhereThatRunsTooByNow() {
    schedule(rooms.now());
    pick(id);
    schedule(rooms.now());
    pick(id + "~");

    schedule(rooms.now());

    assertThat(scheduled()).containsExactly(id, id + "~", id + "~~");
    assertThat(Tasks.idOf(id + "~~")).isEqualTo(id);
  }

  /// Else a worker could take the row, find nothing to do yet, and end before the commit.
  @Test
  void letsNoWorkerTakeWhatWaitsBeforeTheCallersChangeIsThere() throws Exception {
    schedule(rooms.now());
    assertThat(free()).containsExactly(id);

    rooms.bean(Transactions.class).durable(() -> {
      tasks.schedule(NAME, id, rooms.now());
      assertThat(elsewhere(this::free)).isEmpty();
    });

    assertThat(free()).containsExactly(id);
  }

  @Test
  void bringsForwardWhatWaitsForLaterAndPutsNothingOff() {
    schedule(rooms.now().plusSeconds(60));
    schedule(rooms.now().plusSeconds(5));
    schedule(rooms.now().plusSeconds(30));

    assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_instance = :id")
            .param("id", id)
            .query((row, n) -> TimeStamps.read(row, "execution_time"))
            .single())
        .isEqualTo(rooms.now().plusSeconds(5));
  }

  /// What a worker could take at this moment.
  private List<String> free() {
    return jdbc.sql("""
        select task_instance from scheduled_tasks where task_instance = :id for update skip locked
        """).param("id", id).query((row, n) -> row.getString(1)).list();
  }

  /// On a connection of its own.
  private static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).join();
  }

  private void schedule(Instant at) {
    rooms.bean(Transactions.class).durable(() -> tasks.schedule(NAME, id, at));
  }

  private void pick(String row) {
    jdbc.sql("update scheduled_tasks set picked = true where task_instance = :row")
        .param("row", row)
        .update();
  }

  private List<String> scheduled() {
    return jdbc.sql("""
        select task_instance from scheduled_tasks where task_instance like :id
        order by length(task_instance)
        """)
        .param("id", id + "%")
        .query((row, n) -> row.getString(1))
        .list();
  }
}
