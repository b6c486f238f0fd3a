package org.healthassistant.evaluation.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.healthassistant.evaluation.service.PostgresServer;
import org.junit.jupiter.api.Test;

/// The indexes of the migrations, on a real server with enough rows that reading a table from end
/// to end would be the dearer way.
class PlansRunTest {

  private static final long MESSAGES = 60_000;

  /// Those that grow as long as the installation lives.
  private static final Set<String> GROWING = Set.of(
      "subject",
      "phone_number",
      "consent",
      "conversation",
      "message",
      "reply",
      "escalation",
      "escalation_event",
      "outbox",
      "record_snapshot");

  @Test
  void noStatementReadsATableFromEndToEnd() throws Exception {
    var said = new ArrayList<String>();
    PlansRun run;
    try (PostgresServer server = PostgresServer.open()) {
      run = PlansRun.run(server.create("plans"), MESSAGES, 3, said::add);
    }

    assertThat(run.plans()).hasSameSizeAs(PlannedStatement.builtIn());
    for (StatementPlan plan : run.plans()) {
      assertThat(plan.readWhole())
          .as("%s%n%s", plan.statement().name(), plan.slowest())
          .doesNotContainAnyElementsOf(GROWING);
      assertThat(plan.indexes()).as(plan.statement().name()).isNotEmpty();
    }
    assertThat(indexes(run, "recentOfPatient")).containsExactly("message_subject");
    assertThat(indexes(run, "lastResolved")).containsExactly("escalation_subject");
    // Both begin with the number; which is the cheaper one depends on how the rows lie.
    assertThat(indexes(run, "optOutConfirmed")).isSubsetOf("outbox_number", "outbox_same");
    assertThat(indexes(run, "due tasks")).containsExactly("scheduled_tasks_priority");
    assertThat(run.outcome().measure("recentOfPatient ms max").count()).isEqualTo(3);
    assertThat(said).anyMatch(line -> line.contains("CREATE INDEX message_subject"));
  }

  @Test
  void refusesTooFewMessagesBeforeItTouchesADatabase() {
    assertThatThrownBy(() -> PlansRun.run(
            new org.healthassistant.evaluation.service.Database.Postgres("jdbc:none", "u", "p"),
            10,
            3,
            line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 10");
  }

  @Test
  void readsTimesScansAndIndexesFromAPlan() {
    String text = """
        Nested Loop  (cost=0.42..8.44 rows=1 width=37) (actual time=0.020..0.020 rows=1.00 loops=1)
          ->  Index Scan using message_subject on message  (cost=0.42..8.44 rows=1 width=37)
          ->  Bitmap Index Scan on outbox_number  (cost=0.00..4.00 rows=1 width=0)
          ->  Seq Scan on page p  (cost=0.00..1.00 rows=1 width=4)
        Planning Time: 0.081 ms
        Execution Time: 0.034 ms
        """;
    var plan = new StatementPlan(PlannedStatement.builtIn().getFirst(), List.of(0.5, 0.034), text);

    assertThat(StatementPlan.milliseconds(text)).isEqualTo(0.034);
    assertThat(plan.worst()).isEqualTo(0.5);
    assertThat(plan.readWhole()).containsExactly("page");
    assertThat(plan.indexes()).containsExactly("message_subject", "outbox_number");
    assertThatThrownBy(() -> StatementPlan.milliseconds("Seq Scan"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> indexes(PlansRun run, String name) {
    return run.plans().stream()
        .filter(plan -> plan.statement().name().equals(name))
        .findFirst()
        .orElseThrow()
        .indexes();
  }
}
