package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class UnseenRepliesTest {

  private static final String ANA = "nurse-ana";
  private static final String PATIENT = "tom-becker";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksForACallFiveMinutesAfterAnUnseenReplyToAnEmergency(TestDatabase database) {
    TestService service = TestService.on(database);
    Written reply = reply(service, "my chest hurts really bad");

    assertThat(overdue(service, reply)).isFalse();
    age(service, reply, Duration.ofMinutes(4));
    assertThat(overdue(service, reply)).isFalse();
    age(service, reply, Duration.ofMinutes(6));
    assertThat(overdue(service, reply)).isTrue();

    reply.fresh().resolve();
    assertThat(overdue(service, reply)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void waitsAnHourAtOtherLevels(TestDatabase database) {
    TestService service = TestService.on(database);
    Written reply = reply(service, "I want to talk to a person please");

    age(service, reply, Duration.ofMinutes(59));
    assertThat(overdue(service, reply)).isFalse();
    age(service, reply, Duration.ofMinutes(61));
    assertThat(overdue(service, reply)).isTrue();
    reply.fresh().resolve();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void stopsAskingOnceItIsSeenOrAnsweredOrThePatientWasReached(TestDatabase database) {
    TestService service = TestService.on(database);
    for (String end : new String[] {"seen", "answered", "reached"}) {
      Written reply = reply(service, "my chest hurts really bad");
      age(service, reply, Duration.ofMinutes(6));
      assertThat(overdue(service, reply)).as(end).isTrue();

      switch (end) {
        case "seen" ->
          service.send(
              "POST",
              "/api/v1/conversations/" + reply.fresh().conversation() + "/seen",
              service.token(PATIENT),
              "{\"upTo\":\"" + reply.message() + "\"}");
        case "answered" -> service.say(PATIENT, reply.fresh().conversation(), "thank you");
        default -> reply.fresh().act(ANA, "contact", "{\"how\":\"call\",\"reached\":true}");
      }

      assertThat(overdue(service, reply)).as(end).isFalse();
      reply.fresh().resolve();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksOnWhenACallReachedNobody(TestDatabase database) {
    TestService service = TestService.on(database);
    Written reply = reply(service, "my chest hurts really bad");
    age(service, reply, Duration.ofMinutes(6));

    reply.fresh().act(ANA, "contact", "{\"how\":\"call\",\"reached\":false}");

    assertThat(overdue(service, reply)).isTrue();
    reply.fresh().resolve();
  }

  private static boolean overdue(TestService service, Written reply) {
    UnseenReplies unseen = service.bean(UnseenReplies.class);
    boolean one = unseen.overdueOf(reply.fresh().id()).isPresent();
    assertThat(unseen.overdue().containsKey(reply.fresh().id())).isEqualTo(one);
    return one;
  }

  private static Written reply(TestService service, String text) {
    FreshEscalation fresh = FreshEscalation.of(service, PATIENT, text);
    fresh.act(ANA, "reply", "{\"text\":\"How are you now?\"}");
    JsonNode history = service
        .json(service.send("GET", "/api/v1/escalations/" + fresh.id(), service.token(ANA), ""))
        .get("history");
    return new Written(fresh, history.get(history.size() - 1).get("message").asString());
  }

  private static void age(TestService service, Written reply, Duration by) {
    Instant at = service.bean(RealClock.class).instant().minus(by);
    service
        .bean(JdbcClient.class)
        .sql("update message set at = :at where id = :id")
        .param("at", TimeStamps.bind(at))
        .param("id", reply.message())
        .update();
  }

  private record Written(FreshEscalation fresh, String message) {}
}
