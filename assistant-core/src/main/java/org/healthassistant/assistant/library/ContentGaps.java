package org.healthassistant.assistant.library;

import java.time.LocalDate;
import java.util.List;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what was asked and not covered by the library, by day, topic and language, so that a
/// clinic sees what to write next. No word of a patient is kept, and nothing of who asked. Safe
/// from any thread.
@Component
public class ContentGaps {

  /// The topic of what comes near to no topic of the library.
  public static final String OTHER = "";

  private final JdbcClient jdbc;
  private final ClinicalClock clock;
  private final Transactions transactions;

  ContentGaps(JdbcClient jdbc, ClinicalClock clock, Transactions transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Counts one question of today.
  ///
  /// @param topic the topic that comes nearest; [#OTHER] where none does
  public void count(String topic, Language language) {
    LocalDate today = clock.today();
    transactions.durable(() -> {
      jdbc.sql("""
          insert into content_gap (asked_on, topic, language, asked)
          values (:day, :topic, :language, 0)
          on conflict do nothing
          """)
          .param("day", today)
          .param("topic", topic)
          .param("language", language.tag())
          .update();
      jdbc.sql("""
          update content_gap set asked = asked + 1
          where asked_on = :day and topic = :topic and language = :language
          """)
          .param("day", today)
          .param("topic", topic)
          .param("language", language.tag())
          .update();
    });
  }

  /// What was counted from one day to another, both included, the most asked first.
  public List<Gap> between(LocalDate from, LocalDate to) {
    return jdbc.sql("""
        select topic, language, sum(asked) as asked from content_gap
        where asked_on >= :from and asked_on <= :to
        group by topic, language
        order by sum(asked) desc, topic, language
        """)
        .param("from", from)
        .param("to", to)
        .query((row, n) ->
            new Gap(row.getString("topic"), row.getString("language"), row.getLong("asked")))
        .list();
  }

  /// How often something was asked and not covered.
  ///
  /// @param topic its slug; [#OTHER] where no topic of the library comes near
  /// @param language of those who asked, its tag
  public record Gap(String topic, String language, long asked) {}
}
