package org.healthassistant.assistant.conversation;

import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What patients say of replies. Every word on a message is kept; the latest counts.
@Component
public class Feedback {

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final RealClock clock;
  private final Transactions transactions;

  Feedback(JdbcClient jdbc, Sealing sealing, RealClock clock, Transactions transactions) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Keeps a rating; durable before it returns.
  ///
  /// @param rating `up` or `down`
  public void give(
      Subject subject,
      String messageId,
      String rating,
      Optional<String> reason,
      Optional<String> comment) {
    String id = Ids.next();
    transactions.durable(() -> jdbc.sql("""
        insert into feedback
          (id, message_id, subject_id, rating, reason_sealed, comment_sealed, key_id, at)
        values (:id, :message, :subject, :rating, :reason, :comment, :key, :at)
        """)
        .param("id", id)
        .param("message", messageId)
        .param("subject", subject.id())
        .param("rating", rating)
        .param("reason", sealed(subject, "reason", id, reason))
        .param("comment", sealed(subject, "comment", id, comment))
        .param("key", subject.keyId())
        .param("at", TimeStamps.bind(clock.instant()))
        .update());
  }

  /// How often a subject gave feedback within the last time of that length.
  public int givenWithin(String subjectId, Duration time) {
    return jdbc.sql("select count(*) from feedback where subject_id = :subject and at > :since")
        .param("subject", subjectId)
        .param("since", TimeStamps.bind(clock.instant().minus(time)))
        .query(Integer.class)
        .single();
  }

  private byte @Nullable [] sealed(
      Subject subject, String column, String id, Optional<String> text) {
    return text.map(
            words -> sealing.seal(subject, new AssociatedData("feedback", column, id), words))
        .map(Sealed::bytes)
        .orElse(null);
  }
}
