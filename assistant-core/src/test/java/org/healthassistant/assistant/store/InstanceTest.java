package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstanceTest {

  @Test
  void keepsItsNameWithItsDataDirectory(@TempDir Path directory) {
    String name;
    try (Instance first = Instance.of(directory)) {
      name = first.name();
    }
    try (Instance successor = Instance.of(directory)) {
      assertThat(successor.name()).isEqualTo(name);
    }
  }

  @Test
  void hasAnotherNameWhileThatOneLives(@TempDir Path directory) {
    try (Instance first = Instance.of(directory);
        Instance second = Instance.of(directory)) {
      assertThat(second.name()).isNotEqualTo(first.name());
    }
  }

  /// Within one process Java itself remembers who holds the lock, so only a second one shows
  /// whether the system does.
  @Test
  void hasAnotherNameInAnotherProcessWhileThatOneLives(@TempDir Path directory) throws Exception {
    String inherited;
    try (Instance first = Instance.of(directory)) {
      inherited = first.name();
      assertThat(nameInAnotherProcess(directory)).isNotEmpty().isNotEqualTo(inherited);
    }
    assertThat(nameInAnotherProcess(directory)).isEqualTo(inherited);
  }

  private static String nameInAnotherProcess(Path directory) throws Exception {
    Process other = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (var out = other.inputReader()) {
      String name = out.readLine();
      assertThat(other.waitFor()).isZero();
      return name;
    }
  }

  /// The other process.
  static final class Other {

    /// Prints the name that it has in a data directory, and ends.
    public static void main(String[] arguments) {
      try (Instance instance = Instance.of(Path.of(arguments[0]))) {
        System.out.println(instance.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void freesWhatItsPredecessorHadInHandAndNothingElse(
      TestDatabase database, @TempDir Path directory) {
    JdbcClient jdbc = TestService.on(database).bean(JdbcClient.class);
    try (Instance successor = Instance.of(directory)) {
      insert(jdbc, "inherited", successor.name());
      insert(jdbc, "of-another", "another-instance");

      successor.freeInherited(jdbc);

      assertThat(picked(jdbc, "inherited")).isFalse();
      assertThat(picked(jdbc, "of-another")).isTrue();
    } finally {
      jdbc.sql("delete from scheduled_tasks where task_name = 'instance-test'").update();
    }
  }

  private static void insert(JdbcClient jdbc, String id, String by) {
    jdbc.sql("""
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
          last_heartbeat, version)
        values ('instance-test', :id, :at, true, :by, :at, 1)
        """)
        .param("id", id)
        .param("at", TimeStamps.bind(Instant.parse("2100-01-01T00:00:00Z")))
        .param("by", by)
        .update();
  }

  private static boolean picked(JdbcClient jdbc, String id) {
    return jdbc.sql("select picked from scheduled_tasks where task_name = 'instance-test' and"
            + " task_instance = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }
}
