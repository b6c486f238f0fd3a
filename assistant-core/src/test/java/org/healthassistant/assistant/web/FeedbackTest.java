package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedbackTest {

  private static final String PATIENT = "robert-hayes";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void takesARatingOfAReplyAndNothingElse() {
    String reply = reply();

    assertThat(give(reply, "{\"rating\":\"up\"}").statusCode()).isEqualTo(204);
    assertThat(give(reply, "{\"rating\":\"down\",\"reason\":\"too long\"}").statusCode())
        .isEqualTo(204);
    HttpResponse<String> unknown = give(reply, "{\"rating\":\"great\"}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(service.json(unknown).get("detail").asString()).contains("'up' or 'down'");
  }

  @Test
  void takesNoRatingOfWhatThePatientWrote() {
    String conversation = service.begin(PATIENT);
    String own =
        service.say(PATIENT, conversation, "what is a1c?").get("messageId").asString();

    assertThat(give(own, "{\"rating\":\"up\"}").statusCode()).isEqualTo(404);
  }

  @Test
  void answersAnUrgentCommentAsAMessage() {
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();

    HttpResponse<String> urgent =
        give(reply(), "{\"rating\":\"down\",\"comment\":\"my chest hurts really bad\"}");

    assertThat(urgent.statusCode()).isEqualTo(200);
    JsonNode turn = service.json(urgent).get("turn");
    assertThat(turn.get("triage").get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(turn.get("text").asString()).contains("911");
    assertThat(turn.get("escalation").get("id").asString()).isNotBlank();
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();
  }

  @Test
  void putsAReplyThatWasUnsafeIntoTheInboxOnceHoweverOftenItIsSent() {
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();
    String reply = reply();
    String report =
        "{\"rating\":\"down\",\"reason\":\"wrong-or-unsafe\",\"comment\":\"it was about another"
            + " pill\"}";

    assertThat(give(reply, report).statusCode()).isEqualTo(204);
    assertThat(give(reply, report).statusCode()).isEqualTo(204);

    Message message = service.bean(Messages.class).find(reply).orElseThrow();
    assertThat(service.bean(Escalations.class).open(message.subjectId()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
    assertThat(service.bean(Messages.class).after(message.conversationId(), message.seq(), 100))
        .filteredOn(m -> m.author() == Author.PATIENT)
        .extracting(Message::text)
        .containsExactly("This was wrong or unsafe: it was about another pill");
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();
  }

  @Test
  void hearsACommentTogetherWithWhatWasWrittenBefore() {
    String conversation = service.begin(PATIENT);
    service.say(PATIENT, conversation, "I am on warfarin and I hit my head");
    String reply =
        service.say(PATIENT, conversation, "what is a1c?").get("replyId").asString();

    HttpResponse<String> answer =
        give(reply, "{\"rating\":\"down\",\"comment\":\"now it is bleeding a lot\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();
  }

  @Test
  void storesNothingOfWordsThatNeedNobody() {
    String reply = reply();

    assertThat(
            give(reply, "{\"rating\":\"down\",\"comment\":\"too many words\"}").statusCode())
        .isEqualTo(204);

    Message message = service.bean(Messages.class).find(reply).orElseThrow();
    assertThat(service.bean(Messages.class).lastSeq(message.conversationId()))
        .isEqualTo(message.seq());
  }

  private String reply() {
    return service
        .say(PATIENT, service.begin(PATIENT), "what is a1c?")
        .get("replyId")
        .asString();
  }

  private HttpResponse<String> give(String message, String body) {
    return service.send(
        "POST", "/api/v1/messages/" + message + "/feedback", service.token(PATIENT), body);
  }
}
