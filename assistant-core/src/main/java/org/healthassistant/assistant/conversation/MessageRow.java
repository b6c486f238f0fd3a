package org.healthassistant.assistant.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.database.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a message stands in its row: text and decision sealed, each at its place.
@Component
class MessageRow {

  private final Sealing sealing;
  private final StoredJson json;

  MessageRow(Sealing sealing, StoredJson json) {
    this.sealing = sealing;
    this.json = json;
  }

  Sealed seal(Subject subject, String messageId, String text) {
    return sealing.seal(subject, place("text", messageId), text);
  }

  Sealed seal(Subject subject, String messageId, TriageDecision decision) {
    return sealing.seal(subject, place("decision", messageId), json.write(decision));
  }

  Message read(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    String keyId = row.getString("key_id");
    byte[] decision = row.getBytes("decision_sealed");
    return new Message(
        id,
        row.getString("conversation_id"),
        row.getString("subject_id"),
        row.getLong("seq"),
        Channel.of(row.getString("channel")),
        Author.of(row.getString("author")),
        Optional.ofNullable(row.getString("author_id")),
        Optional.ofNullable(row.getString("on_behalf_of")),
        sealing
            .openIfWhole(new Sealed(row.getBytes("text_sealed"), keyId), place("text", id))
            .orElse(Sealing.UNREADABLE),
        decision == null
            ? Optional.empty()
            : Optional.of(sealing
                .openIfWhole(new Sealed(decision, keyId), place("decision", id))
                .map(whole -> json.read(whole, TriageDecision.class))
                .orElse(TriageDecision.lost(id, Level.valueOf(row.getString("level"))))),
        Optional.ofNullable(row.getString("outcome"))
            .map(o -> Message.PlannedReply.valueOf(o.toUpperCase(Locale.ROOT))),
        row.getBoolean("late_vectors"),
        TimeStamps.read(row, "at"),
        Optional.ofNullable(TimeStamps.readNullable(row, "written_at"))
            .orElse(TimeStamps.read(row, "at")),
        Optional.ofNullable(TimeStamps.readNullable(row, "seen_at")),
        Optional.ofNullable(row.getString("delivery")));
  }

  static @Nullable String clientId(Optional<RepeatId> id) {
    return id.orElse(null) instanceof RepeatId.Client client ? client.id() : null;
  }

  static @Nullable String gateway(Optional<RepeatId> id) {
    return id.orElse(null) instanceof RepeatId.Provider provider ? provider.gateway() : null;
  }

  static @Nullable String providerId(Optional<RepeatId> id) {
    return id.orElse(null) instanceof RepeatId.Provider provider ? provider.id() : null;
  }

  private static AssociatedData place(String column, String id) {
    return new AssociatedData("message", column, id);
  }
}
