package org.healthassistant.evaluation.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.evaluation.service.DatabaseSnapshot;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;
import org.healthassistant.evaluation.traffic.MessageGenerator;
import org.healthassistant.evaluation.traffic.Send;
import org.healthassistant.evaluation.traffic.Transcripts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvariantCheckerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, List<JsonNode>> turns = new HashMap<>();
  private final Map<String, DatabaseSnapshot.Message> messages = new HashMap<>();
  private final Map<String, List<DatabaseSnapshot.Reply>> replies = new HashMap<>();
  private final Map<String, DatabaseSnapshot.Escalation> escalations = new HashMap<>();
  private final List<String> unfinished = new ArrayList<>();
  private StubbedOutsideWorld outside;

  @BeforeEach
  void opensTheOutside() {
    outside = StubbedOutsideWorld.open(Clock.systemUTC());
  }

  @AfterEach
  void closesTheOutside() {
    outside.close();
  }

  @Test
  void findsNothingWrongWithAWholeMessage() {
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    assertThat(check(accepted("c1", false))).isEmpty();
  }

  @Test
  void callsAnAcceptedMessageThatIsNotThereLost() {
    assertThat(check(accepted("c1", false))).containsExactly(Violation.LOST);
  }

  @Test
  void expectsNothingOfAMessageThatNobodyAccepted() {
    assertThat(check(web("c1", false))).isEmpty();
  }

  @Test
  void wantsWhatIsStoredToBeWholeEvenWhenItsSenderWentAway() {
    stored("c1", "SELF_CARE");
    assertThat(check(web("c1", false))).containsExactly(Violation.NO_REPLY);
  }

  @Test
  void findsWhatIsStoredOrRepliedTwice() {
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    replied("c1", "answer");
    texts.put("text of c1", 2);
    assertThat(check(accepted("c1", false)))
        .containsExactly(Violation.REPLY_TWICE, Violation.TWICE, Violation.REPLY_TWICE);
  }

  @Test
  void wantsAnEmergencySeenEscalatedPagedAndWorded() {
    stored("c1", "ROUTINE");
    replied("c1", "answer");
    assertThat(check(accepted("c1", true)))
        .containsExactly(
            Violation.NOT_EMERGENCY,
            Violation.NO_WORDING,
            Violation.NOT_ESCALATED,
            Violation.NO_WORDING);
  }

  @Test
  void wantsTheEscalationPaged() {
    stored("c1", "EMERGENCY");
    replied("c1", "emergency");
    escalations.put(
        "subject of c1", new DatabaseSnapshot.Escalation("e1", "EMERGENCY", Instant.EPOCH));
    assertThat(check(accepted("c1", true))).containsExactly(Violation.NOT_PAGED);
  }

  @Test
  void wantsNothingLeftHalfWay() {
    unfinished.add("page e1/0/1/nurse-ana/webhook");
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    assertThat(check(accepted("c1", false))).containsExactly(Violation.UNFINISHED);
  }

  private void stored(String id, String level) {
    messages.put(
        id,
        new DatabaseSnapshot.Message("m-" + id, "conversation", "subject of " + id, level, true));
    texts.put("text of " + id, 1);
  }

  private void replied(String id, String action) {
    replies.merge(
        "m-" + id,
        List.of(new DatabaseSnapshot.Reply("ANSWER", action)),
        InvariantCheckerTest::joined);
    JsonNode turn = JSON.readTree("{\"action\": \"" + action + "\", \"text\": \"something\"}");
    turns.merge("m-" + id, List.of(turn), InvariantCheckerTest::joined);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Send web(String id, boolean emergency) {
    return new Send(
        Send.Channel.WEB,
        "patient",
        "conversation",
        id,
        new MessageGenerator.Words("text of " + id, emergency));
  }

  private static Send accepted(String id, boolean emergency) {
    Send send = web(id, emergency);
    send.tried();
    send.accepted(2, 3);
    return send;
  }

  private List<Violation> check(Send send) {
    var check = new InvariantChecker(
        new Transcripts(texts, turns, Set.of()),
        new DatabaseSnapshot(messages, replies, escalations, Set.of(), unfinished),
        outside);
    return check.check(List.of(send)).stream()
        .map(InvariantChecker.Finding::violation)
        .toList();
  }
}
