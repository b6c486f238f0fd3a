package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TransactionsTest {

  @ParameterizedTest
  @EnumSource
  void runsWhatComesAfterwardsOnlyWhenTheOutermostCommits(TestDatabase database) {
    Transactions transactions = TestService.on(database).bean(Transactions.class);
    List<String> order = new ArrayList<>();
    transactions.durable(() -> {
      transactions.durable(() -> transactions.afterCommit(() -> order.add("after")));
      order.add("inside");
    });
    assertThat(order).containsExactly("inside", "after");
    assertThatThrownBy(() -> transactions.durable(() -> {
          transactions.afterCommit(() -> order.add("never"));
          throw new IllegalStateException("rolled back");
        }))
        .hasMessage("rolled back");
    assertThat(order).doesNotContain("never");
  }

  @ParameterizedTest
  @EnumSource
  void schedulesATaskExactlyWhenTheCallerCommits(TestDatabase database) {
    TestService service = TestService.on(database);
    Transactions transactions = service.bean(Transactions.class);
    Tasks tasks = service.bean(Tasks.class);
    Instant later = service.bean(RealClock.class).instant().plusSeconds(86_400);
    String rolledBack = Ids.next();
    String committed = Ids.next();
    assertThatThrownBy(() -> transactions.durable(() -> {
          tasks.schedule("reply", rolledBack, later);
          throw new IllegalStateException("rolled back");
        }))
        .hasMessage("rolled back");
    transactions.durable(() -> {
      tasks.schedule("reply", committed, later);
      tasks.schedule("reply", committed, later);
    });
    JdbcClient jdbc = service.bean(JdbcClient.class);
    assertThat(rows(jdbc, rolledBack)).isZero();
    assertThat(rows(jdbc, committed)).isEqualTo(1);
  }

  private static int rows(JdbcClient jdbc, String id) {
    return jdbc.sql("select count(*) from scheduled_tasks where task_instance = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
