package org.healthassistant.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgeTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, List<JsonNode>> turns = new HashMap<>();
  private final Map<String, Stored.Message> messages = new HashMap<>();
  private final Map<String, List<Stored.Reply>> replies = new HashMap<>();
  private final Map<String, Stored.Escalation> escalations = new HashMap<>();
  private final List<String> unfinished = new ArrayList<>();
  private Outside outside;

  @BeforeEach
  void opensTheOutside() {
    outside = Outside.open();
  }

  @AfterEach
  void closesTheOutside() {
    outside.close();
  }

  @Test
  void findsNothingWrongWithAWholeMessage() {
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    assertThat(judge(accepted("c1", false))).isEmpty();
  }

  @Test
  void callsAnAcceptedMessageThatIsNotThereLost() {
    assertThat(judge(accepted("c1", false))).containsExactly(Fault.LOST);
  }

  @Test
  void expectsNothingOfAMessageThatNobodyAccepted() {
    assertThat(judge(web("c1", false))).isEmpty();
  }

  @Test
  void wantsWhatIsStoredToBeWholeEvenWhenItsSenderWentAway() {
    stored("c1", "SELF_CARE");
    assertThat(judge(web("c1", false))).containsExactly(Fault.NO_REPLY);
  }

  @Test
  void findsWhatIsStoredOrRepliedTwice() {
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    replied("c1", "answer");
    texts.put("text of c1", 2);
    assertThat(judge(accepted("c1", false)))
        .containsExactly(Fault.REPLY_TWICE, Fault.TWICE, Fault.REPLY_TWICE);
  }

  @Test
  void wantsAnEmergencySeenEscalatedPagedAndWorded() {
    stored("c1", "ROUTINE");
    replied("c1", "answer");
    assertThat(judge(accepted("c1", true)))
        .containsExactly(
            Fault.NOT_EMERGENCY, Fault.NO_WORDING, Fault.NOT_ESCALATED, Fault.NO_WORDING);
  }

  @Test
  void wantsTheEscalationPaged() {
    stored("c1", "EMERGENCY");
    replied("c1", "emergency");
    escalations.put("subject of c1", new Stored.Escalation("e1", "EMERGENCY", Instant.EPOCH));
    assertThat(judge(accepted("c1", true))).containsExactly(Fault.NOT_PAGED);
  }

  @Test
  void wantsNothingLeftHalfWay() {
    unfinished.add("page e1/0/1/nurse-ana/webhook");
    stored("c1", "SELF_CARE");
    replied("c1", "answer");
    assertThat(judge(accepted("c1", false))).containsExactly(Fault.UNFINISHED);
  }

  private void stored(String id, String level) {
    messages.put(
        id, new Stored.Message("m-" + id, "conversation", "subject of " + id, level, true));
    texts.put("text of " + id, 1);
  }

  private void replied(String id, String action) {
    replies.merge("m-" + id, List.of(new Stored.Reply("ANSWER", action)), JudgeTest::joined);
    JsonNode turn = JSON.readTree("{\"action\": \"" + action + "\", \"text\": \"something\"}");
    turns.merge("m-" + id, List.of(turn), JudgeTest::joined);
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
        new Script.Words("text of " + id, emergency));
  }

  private static Send accepted(String id, boolean emergency) {
    Send send = web(id, emergency);
    send.tried();
    send.accepted(2, 3);
    return send;
  }

  private List<Fault> judge(Send send) {
    var judge = new Judge(
        new Transcripts(texts, turns, Set.of()),
        new Stored(messages, replies, escalations, Set.of(), unfinished),
        outside);
    return judge.judge(List.of(send)).stream().map(Judge.Found::fault).toList();
  }
}
