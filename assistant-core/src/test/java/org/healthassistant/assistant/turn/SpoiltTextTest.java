package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationDossierReader;
import org.healthassistant.assistant.workspace.dossier.TranscriptLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of a patient of whom something that was kept sealed cannot be opened any more, on
/// both databases: it goes to people, and all else goes on.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SpoiltTextTest extends OneConversation {

  private static final String FOOD = "what can I eat with type 2 diabetes?";

  private final List<Runnable> mendings = new ArrayList<>();

  SpoiltTextTest(TestDatabase database) {
    super(database);
  }

  /** Other tests read what the same patients wrote. */
  @AfterEach
  void mend() {
    mendings.forEach(Runnable::run);
    mendings.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text_sealed", "decision_sealed", "key_id"})
  void aSpoiltMessageGoesToPeopleWithTheNextOneAndAllElseGoesOn(String column) {
    Turn before = say("hello");
    if (column.equals("key_id")) {
      loseKey("message", before.messageId());
    } else {
      spoil("message", column, before.messageId());
    }

    Turn after = say(FOOD);

    assertThat(after.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(after.triage().findings())
        .extracting(Turn.FindingView::rule)
        .contains("earlier-not-read");
    assertThat(open()).map(Escalation::level).contains(Level.SAME_DAY);
    assertThat(say("my chest hurts really bad and my arm is numb").action()).isEqualTo("emergency");
  }

  @Test
  void aMessageThatWasSpoiltBeforeItsReplyGoesUpAsNotRead() {
    Accepted.Stored stored = (Accepted.Stored) service
        .bean(Corridor.class)
        .accept(new Inbound.Web(
            patient,
            java.util.Optional.empty(),
            conversation,
            FOOD,
            java.util.Optional.empty(),
            false));
    spoil("message", "text_sealed", stored.messageId());

    Turn turn = service.bean(Corridor.class).complete(stored.messageId()).orElseThrow();

    assertThat(turn.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(turn.citations()).isEmpty();
    assertThat(turn.text()).contains("911");
    assertThat(open()).map(Escalation::level).contains(Level.SAME_DAY);
  }

  @Test
  void thePatientAndTheCareTeamAreToldThatItCannotBeRead() {
    Turn spoilt = say("hello");
    spoil("message", "text_sealed", spoilt.messageId());
    say(FOOD);

    EscalationDossier dossier = service
        .bean(EscalationDossierReader.class)
        .find(open().orElseThrow().id())
        .orElseThrow();
    assertThat(dossier.transcript())
        .extracting(TranscriptLine::text)
        .contains("[this message cannot be read any more]", FOOD);
    List<Message> kept = service.bean(Messages.class).after(conversation, 0, 100);
    assertThat(kept).filteredOn(message -> !message.isReadable()).hasSize(1);
  }

  @Test
  void aPatientWhoseOwnKeyIsLostIsHeardAndAnsweredUnderAnother() {
    Turn before = say("hello");
    loseKey("message", before.messageId());
    loseKey("subject", subject.id());

    Turn after = say("my chest hurts really bad and my arm is numb");

    assertThat(after.action()).isEqualTo("emergency");
    assertThat(message(after.messageId()).isReadable()).isTrue();
    assertThat(message(before.messageId()).isReadable()).isFalse();
    assertThat(service.bean(Subjects.class).get(subject.id()).keyId())
        .isEqualTo(keyOf(after.messageId()));
  }

  @Test
  void operatorsAreToldUntilItOpensAgain() {
    Sealing sealing = service.bean(Sealing.class);
    Turn hello = say("hello");
    int before = sealing.spoilt();
    spoil("message", "text_sealed", hello.messageId());
    assertThat(message(hello.messageId()).isReadable()).isFalse();
    assertThat(message(hello.messageId()).isReadable()).isFalse();
    assertThat(sealing.spoilt()).isEqualTo(before + 1);

    mend();
    assertThat(message(hello.messageId()).isReadable()).isTrue();
    assertThat(sealing.spoilt()).isEqualTo(before);
  }

  @Test
  void aNumberThatCannotBeOpenedIsShownAsSuchAndTextedAgainOnceItWrites() {
    PhoneNumbers numbers = service.bean(PhoneNumbers.class);
    Turn urgent = text("my chest hurts really bad and my arm is numb");
    String hash = numbers.hashOf(phone);
    service
        .bean(JdbcClient.class)
        .sql("update phone_number set key_id = 'gone' where number_hash = :hash")
        .param("hash", hash)
        .update();
    String writer = numbers.find(hash).orElseThrow().subjectId();
    Escalation opened = service.bean(Escalations.class).open(writer).orElseThrow();

    assertThat(service
            .send("GET", "/api/v1/escalations/" + opened.id(), service.token("nurse-ana"), "")
            .body())
        .contains("[this number cannot be read any more]", "my chest hurts");
    assertThat(text("thank you").messageId()).isNotEqualTo(urgent.messageId());
    assertThat(numbers.open(numbers.find(hash).orElseThrow())).isEqualTo(phone);
  }

  @Test
  void aSpoiltReplyIsShownAsWordsAndIsMadeAnewWhereItIsAskedForAgain() {
    Turn first = say(FOOD);
    spoil("reply", "turn_sealed", Objects.requireNonNull(first.replyId()));

    assertThat(service
            .bean(Corridor.class)
            .complete(first.messageId())
            .orElseThrow()
            .text())
        .isEqualTo(first.text());
    assertThat(say("and what can I drink?").messageId()).isNotBlank();
  }

  @Test
  void theTranscriptIsShownWithoutIt() {
    String dana = "dana-whitfield";
    String chat = service.begin(dana);
    var hello = service.say(dana, chat, "hello");
    var food = service.say(dana, chat, "thank you");
    spoil("message", "text_sealed", hello.get("messageId").asString());
    spoil("reply", "turn_sealed", food.get("replyId").asString());

    assertThat(transcript(dana, chat))
        .contains("This message cannot be shown any more")
        .contains("thank you")
        .contains(food.get("text").asString());
  }

  private String transcript(String patient, String conversation) {
    return service
        .send(
            "GET",
            "/api/v1/conversations/" + conversation + "/messages",
            service.token(patient),
            "")
        .body();
  }

  private String keyOf(String message) {
    return service
        .bean(JdbcClient.class)
        .sql("select key_id from message where id = :id")
        .param("id", message)
        .query(String.class)
        .single();
  }

  private void loseKey(String table, String id) {
    service
        .bean(JdbcClient.class)
        .sql("update " + table + " set key_id = :gone where id = :id")
        .param("gone", Ids.next())
        .param("id", id)
        .update();
  }

  private void spoil(String table, String column, String id) {
    byte[] bytes = service
        .bean(JdbcClient.class)
        .sql("select " + column + " from " + table + " where id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes(1))
        .single();
    byte[] spoilt = bytes.clone();
    spoilt[bytes.length / 2] ^= 1;
    write(table, column, id, spoilt);
    mendings.add(() -> write(table, column, id, bytes));
  }

  private void write(String table, String column, String id, byte[] bytes) {
    service
        .bean(JdbcClient.class)
        .sql("update " + table + " set " + column + " = :bytes where id = :id")
        .param("bytes", bytes)
        .param("id", id)
        .update();
  }
}
