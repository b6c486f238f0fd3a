package org.healthassistant.assistant.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the outbox. Every method runs in the caller's transaction.
@Component
class OutboxRows {

  private static final int LONGEST_CODE = 80;
  private static final int LONGEST_GATEWAY_ID = 128;

  private final JdbcClient jdbc;
  private final RealClock clock;

  OutboxRows(JdbcClient jdbc, RealClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Stores a text.
  ///
  /// @param sendKey what is sent once
  /// @return whether it is new; false when that key is there already, and nothing is done
  boolean insert(
      String id,
      String sendKey,
      Conversation conversation,
      String messageId,
      SmsPurpose purpose,
      Sealed text,
      SendState state) {
    return jdbc.sql("""
        insert into outbox (id, send_key, subject_id, conversation_id, message_id, number_hash,
          purpose, own_number, text_sealed, key_id, state, attempts, created_at, changed_at, seq)
        values (:id, :sendKey, :subject, :conversation, :message, :number,
          :purpose, :own, :text, :key, :state, 0, :at, :at,
          (select coalesce(max(before.seq), 0) + 1 from outbox before
            where before.number_hash = :number))
        on conflict do nothing
        """)
            .param("id", id)
            .param("sendKey", sendKey)
            .param("subject", conversation.subjectId())
            .param("conversation", conversation.id())
            .param("message", messageId)
            .param("number", conversation.numberHash().orElseThrow())
            .param("purpose", purpose.code())
            .param("own", conversation.ownNumber().orElseThrow())
            .param("text", text.bytes())
            .param("key", text.keyId())
            .param("state", state.name())
            .param("at", TimeStamps.bind(clock.instant()))
            .update()
        == 1;
  }

  /// The text of that id, or empty.
  Optional<OutboxRow> find(String id) {
    return jdbc.sql("select * from outbox where id = :id")
        .param("id", id)
        .query(OutboxRows::read)
        .optional();
  }

  /// As [#find], and locks the row until the end of the transaction.
  Optional<OutboxRow> lock(String id) {
    return jdbc.sql("select * from outbox where id = :id for update")
        .param("id", id)
        .query(OutboxRows::read)
        .optional();
  }

  /// Marks a text as being handed to the gateway. Where the attempt before left its mark, nobody
  /// knows whether that one went out.
  void sending(String id) {
    jdbc.sql("""
        update outbox set unknowns = unknowns + case when state = 'SENDING' then 1 else 0 end,
          state = 'SENDING', attempts = attempts + 1, changed_at = :at
        where id = :id
        """).param("at", TimeStamps.bind(clock.instant())).param("id", id).update();
  }

  /// Moves a text on, if it is in one of the given states.
  ///
  /// @param code why; empty when all is well
  /// @return whether it was moved
  boolean move(String id, Collection<SendState> from, SendState to, String code) {
    return jdbc.sql("""
        update outbox set state = :to, error = :code, changed_at = :at
        where id = :id and state in (:from)
        """)
            .param("to", to.name())
            .param("code", code.isEmpty() ? null : cut(code, LONGEST_CODE))
            .param("at", TimeStamps.bind(clock.instant()))
            .param("id", id)
            .param("from", from.stream().map(SendState::name).toList())
            .update()
        == 1;
  }

  /// Counts an attempt of which nobody knows whether it went out.
  void countUnknown(String id) {
    jdbc.sql("update outbox set unknowns = unknowns + 1 where id = :id")
        .param("id", id)
        .update();
  }

  /// Keeps when the gateway took it, and the gateway's id of it.
  void accepted(String id, String gatewayId) {
    jdbc.sql("update outbox set sent_at = :at, gateway_id = :gateway where id = :id")
        .param("at", TimeStamps.bind(clock.instant()))
        .param("gateway", cut(gatewayId, LONGEST_GATEWAY_ID))
        .param("id", id)
        .update();
  }

  /// Whether an earlier text of the same message has yet to go, which must go first.
  boolean waitsForEarlier(OutboxRow row) {
    return jdbc.sql("""
        select count(*) from outbox where message_id = :message and purpose = :purpose
          and id < :id and state in ('PENDING', 'SENDING')
        """)
            .param("message", row.messageId())
            .param("purpose", row.purpose().code())
            .param("id", row.id())
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Whether an opt-out of the number was confirmed and nothing went to it since, emergency
  /// wording aside.
  boolean optOutConfirmed(String numberHash) {
    return jdbc.sql("""
        select purpose from outbox
        where number_hash = :number and state <> 'SUPPRESSED' and purpose <> 'EMERGENCY'
        order by coalesce(seq, 0) desc, id desc limit 1
        """)
        .param("number", numberHash)
        .query((row, n) -> SmsPurpose.of(row.getString("purpose")))
        .optional()
        .filter(last -> last == SmsPurpose.OPT_OUT_CONFIRMATION)
        .isPresent();
  }

  /// How a message fares: the least of the states of its texts.
  SendState stateOfMessage(String messageId) {
    return jdbc
        .sql("select distinct state from outbox where message_id = :message")
        .param("message", messageId)
        .query((row, n) -> SendState.valueOf(row.getString("state")))
        .list()
        .stream()
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// The texts to a number that a gateway took, in the order it took them.
  List<String> takenFor(String numberHash) {
    return jdbc.sql("""
        select id from outbox where number_hash = :number and state in ('ACCEPTED', 'DELIVERED')
        order by sent_at, id
        """)
        .param("number", numberHash)
        .query((row, n) -> row.getString("id"))
        .list();
  }

  /// Why a text is in its state; empty: no code.
  String codeOf(String id) {
    return jdbc.sql("select coalesce(error, '') from outbox where id = :id")
        .param("id", id)
        .query((row, n) -> row.getString(1))
        .single();
  }

  /// When the gateway took a text.
  Instant sentAt(String id) {
    return jdbc.sql("select sent_at from outbox where id = :id")
        .param("id", id)
        .query((row, n) -> TimeStamps.read(row, "sent_at"))
        .single();
  }

  private static OutboxRow read(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getString("id"),
        row.getString("message_id"),
        row.getString("conversation_id"),
        row.getString("subject_id"),
        row.getString("number_hash"),
        row.getString("own_number"),
        SmsPurpose.of(row.getString("purpose")),
        SendState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("unknowns"),
        new Sealed(row.getBytes("text_sealed"), row.getString("key_id")),
        TimeStamps.read(row, "created_at"));
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }

  /// All states but those given.
  static List<SendState> but(SendState... not) {
    return Arrays.stream(SendState.values())
        .filter(state -> !Arrays.asList(not).contains(state))
        .toList();
  }
}
