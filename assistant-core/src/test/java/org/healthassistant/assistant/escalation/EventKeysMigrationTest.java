package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.TimeStamps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Rows as the version before V5 wrote them get their round, page and outcome from their texts.
class EventKeysMigrationTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void fillsColumnsFromWhatIsStored(TestDatabase database) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(String.valueOf(database.fresh().get("spring.datasource.url")));
    Flyway.configure().dataSource(source).target("4").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    begin(jdbc);
    page(jdbc, "e/0/1/nurse-ana/sms", 0);
    page(jdbc, "e/12/1/nurse-ana/sms", 60);
    event(jdbc, "1", "paged", "sms nurse-ana 1", 5);
    event(jdbc, "2", "page-failed", "sms nurse-ana 1 blocked", 70);
    event(jdbc, "3", "no-channel", "round 12", 70);
    event(jdbc, "4", "patient-told", "round 0", 70);
    event(jdbc, "5", "patient-told", "round 12 unreached", 70);
    event(jdbc, "6", "contacted", "call reached", 70);
    event(jdbc, "7", "contacted", "call not-reached", 70);
    event(jdbc, "8", "noted", "", 70);

    Flyway.configure().dataSource(source).target("5").load().migrate();

    assertThat(jdbc.sql("select page_key, round from page order by round")
            .query((row, n) -> row.getString(1) + " " + row.getInt(2))
            .list())
        .containsExactly("e/0/1/nurse-ana/sms 0", "e/12/1/nurse-ana/sms 12");
    assertThat(filled(jdbc))
        .containsExactly(
            "1 null e/0/1/nurse-ana/sms null",
            "2 null e/12/1/nurse-ana/sms null",
            "3 12 null null",
            "4 0 null true",
            "5 12 null false",
            "6 null null true",
            "7 null null false",
            "8 null null null");
  }

  private static List<String> filled(JdbcClient jdbc) {
    return jdbc.sql("select id, round, page_key, reached from escalation_event order by id")
        .query((row, n) -> row.getString("id") + " " + row.getObject("round") + " "
            + row.getString("page_key") + " " + row.getObject("reached"))
        .list();
  }

  private static void begin(JdbcClient jdbc) {
    jdbc.sql("insert into subject (id, key_id, created_at) values ('s', 'k', :at)")
        .param("at", TimeStamps.bind(AT))
        .update();
    jdbc.sql("""
        insert into conversation (id, subject_id, channel, language, started_at, last_at, next_seq)
        values ('c', 's', 'web', 'en', :at, :at, 1)
        """).param("at", TimeStamps.bind(AT)).update();
    jdbc.sql("""
        insert into message (id, conversation_id, subject_id, seq, channel, author, text_sealed,
          key_id, at, changed_at)
        values ('m', 'c', 's', 1, 'web', 'patient', :text, 'k', :at, :at)
        """).param("text", new byte[] {1}).param("at", TimeStamps.bind(AT)).update();
    jdbc.sql("""
        insert into escalation (id, subject_id, conversation_id, message_id, level, categories,
          state, human_requested, created_at, level_at, reply_by, round, changed_at)
        values ('e', 's', 'c', 'm', 'EMERGENCY', '', 'OPEN', false, :at, :at, :at, 12, :at)
        """).param("at", TimeStamps.bind(AT)).update();
  }

  private static void page(JdbcClient jdbc, String key, int second) {
    jdbc.sql("""
        insert into page (page_key, escalation_id, subject_id, step, recipient, channel, state,
          attempts, created_at)
        values (:key, 'e', 's', 1, 'nurse-ana', 'sms', 'ACCEPTED', 1, :at)
        """)
        .param("key", key)
        .param("at", TimeStamps.bind(AT.plusSeconds(second)))
        .update();
  }

  private static void event(JdbcClient jdbc, String id, String kind, String detail, int second) {
    jdbc.sql("""
        insert into escalation_event (id, escalation_id, subject_id, at, kind, actor, detail)
        values (:id, 'e', 's', :at, :kind, 'system', :detail)
        """)
        .param("id", id)
        .param("kind", kind)
        .param("detail", detail)
        .param("at", TimeStamps.bind(AT.plusSeconds(second)))
        .update();
  }
}
