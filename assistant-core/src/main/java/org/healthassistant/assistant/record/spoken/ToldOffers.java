package org.healthassistant.assistant.record.spoken;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.database.StoredJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The last readings that a patient told in each conversation, sealed, and how the question
/// stands whether to keep them.
@Component
public class ToldOffers {

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final StoredJson json;

  ToldOffers(JdbcClient jdbc, Sealing sealing, StoredJson json) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.json = json;
  }

  /// An offer, and since when it stands so.
  public record Standing(ToldOffer offer, Instant at) {}

  /// That of a conversation; empty where nothing was ever offered in it, or where what was
  /// offered cannot be opened any more.
  public Optional<Standing> find(String conversationId) {
    return jdbc.sql("select * from told_offer where conversation_id = :id")
        .param("id", conversationId)
        .query((row, number) -> standing(conversationId, row))
        .optional()
        .flatMap(Function.identity());
  }

  private Optional<Standing> standing(String conversationId, ResultSet row) throws SQLException {
    String message = row.getString("message_id");
    var state = ToldOffer.State.valueOf(row.getString("state"));
    Instant at = TimeStamps.read(row, "at");
    return sealing
        .openIfWhole(
            new Sealed(row.getBytes("readings_sealed"), row.getString("key_id")),
            place(conversationId))
        .map(text -> new Standing(new ToldOffer(message, state, readings(text)), at));
  }

  /// Keeps how it stands in place of how it stood, in the caller's transaction, which holds the
  /// subject's lock.
  public void keep(Subject subject, String conversationId, ToldOffer offer, Instant now) {
    Sealed readings =
        sealing.seal(subject, place(conversationId), json.write(new Readings(offer.readings())));
    jdbc.sql("delete from told_offer where conversation_id = :id")
        .param("id", conversationId)
        .update();
    jdbc.sql("""
        insert into told_offer (conversation_id, subject_id, message_id, state, readings_sealed, key_id, at)
        values (:id, :subject, :message, :state, :readings, :key, :at)
        """)
        .param("id", conversationId)
        .param("subject", subject.id())
        .param("message", offer.messageId())
        .param("state", offer.state().name())
        .param("readings", readings.bytes())
        .param("key", readings.keyId())
        .param("at", TimeStamps.bind(now))
        .update();
  }

  private List<ToldReading> readings(String text) {
    return json.read(text, Readings.class).readings();
  }

  private static AssociatedData place(String conversationId) {
    return new AssociatedData("told_offer", "readings", conversationId);
  }

  private record Readings(List<ToldReading> readings) {}
}
