package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.ReadyLibrary;
import org.healthassistant.assistant.library.SlowLibrary;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.limits.ConversationLeases;
import org.healthassistant.assistant.turn.limits.Door;
import org.healthassistant.assistant.turn.limits.MessageRateLimiter;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The corridor from end to end over HTTP, on both databases: what is stored, answered, escalated
/// and refused.
class CorridorTest {

  private static final String DANA = "dana-whitfield";
  private static final String CHEST = "my chest hurts really bad and my arm is numb";
  private static final String FOOD = "what can I eat with type 2 diabetes?";

  @BeforeEach
  void closeEscalations() {
    for (TestDatabase database : TestDatabase.values()) {
      TestService service = TestService.on(database);
      EscalationDesk desk = service.bean(EscalationDesk.class);
      open(service)
          .forEach(
              e -> desk.resolve(e.id(), "nurse-ana", "advised", true, java.util.Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersAQuestionWithCitedSentencesAndTheOneFactThatMatters(TestDatabase database) {
    TestService service = TestService.on(database);
    JsonNode turn = service.say(DANA, service.begin(DANA), FOOD);
    assertThat(turn.get("action").asString()).isEqualTo("answer");
    assertThat(turn.get("mode").asString()).isEqualTo("extractive");
    assertThat(turn.get("triage").get("level").asString()).isEqualTo("SELF_CARE");
    assertThat(turn.get("escalation").isNull()).isTrue();
    assertThat(turn.get("text").asString()).contains("7.9 %");
    turn.get("sentences").forEach(sentence -> {
      if (!sentence.get("kind").asString().equals("connective")) {
        assertThat(sentence.get("citations")).as(sentence.toString()).isNotEmpty();
      }
    });
    assertThat(turn.get("citations").toString())
        .contains("\"kind\":\"content\"", "\"kind\":\"record\"", "Observation/a1c-3");
  }

  @ParameterizedTest
  @EnumSource
  void givesTheEmergencyWordingAtOnceAndOpensOneEscalation(TestDatabase database) {
    TestService service = TestService.on(database);
    String conversation = service.begin(DANA);
    JsonNode first = service.say(DANA, conversation, CHEST);
    JsonNode second = service.say(DANA, conversation, CHEST + " please help");
    assertThat(first.get("action").asString()).isEqualTo("emergency");
    assertThat(first.get("mode").asString()).isEqualTo("fixed");
    assertThat(first.get("text").asString()).contains("911");
    assertThat(first.get("escalation").get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(second.get("action").asString()).isEqualTo("emergency");
    assertThat(second.get("escalation").get("id"))
        .isEqualTo(first.get("escalation").get("id"));
    assertThat(open(service)).hasSize(1);
    JsonNode harmless = service.say(DANA, conversation, FOOD);
    assertThat(harmless.get("triage").get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(harmless.get("triage").get("messageLevel").asString()).isEqualTo("SELF_CARE");
    assertThat(harmless.get("action").asString()).isEqualTo("answer");
    assertThat(harmless.get("sentences").get(0).get("text").asString()).contains("911");
  }

  @ParameterizedTest
  @EnumSource
  void doesNothingTwiceForARepeatAndRefusesAnotherTextUnderItsId(TestDatabase database)
      throws Exception {
    TestService service = TestService.on(database);
    String conversation = service.begin(DANA);
    String id = UUID.randomUUID().toString();
    List<Callable<String>> sends = IntStream.range(0, 6)
        .<Callable<String>>mapToObj(
            i -> () -> service.post(DANA, conversation, FOOD, id).body())
        .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var bodies =
          threads.invokeAll(sends).stream().map(future -> future.resultNow()).distinct();
      assertThat(bodies).hasSize(1);
    }
    assertThat(transcript(service, DANA, conversation)).hasSize(2);
    HttpResponse<String> other = service.post(DANA, conversation, "something else", id);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("\"code\":\"other-text\"").doesNotContain("something");
  }

  @ParameterizedTest
  @EnumSource
  void refusesNothingUnscreened(TestDatabase database) {
    TestService service = TestService.on(database);
    String patient = "unknown-" + UUID.randomUUID();
    Subject subject = service.bean(Subjects.class).ensurePatient(patient);
    Conversations conversations = service.bean(Conversations.class);
    String conversation = conversations.beginWeb(subject.id(), Language.ENGLISH).id();
    Corridor corridor = corridorWithReadyVectors(service);
    assertThat(corridor.accept(web(patient, conversation, FOOD)))
        .isInstanceOfSatisfying(
            Accepted.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Accepted.Reason.NO_CONSENT));
    assertThat(corridor.accept(web(patient, conversation, CHEST)))
        .isInstanceOf(Accepted.Stored.class);
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
    String filler = "I like to read about food and walks in the park. ".repeat(100);
    assertThat(corridor.accept(web(patient, conversation, filler)))
        .isInstanceOfSatisfying(
            Accepted.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Accepted.Reason.TOO_LONG));
    assertThat(corridor.accept(web(patient, conversation, filler + CHEST + ".")))
        .isInstanceOfSatisfying(
            Accepted.Stored.class,
            stored -> assertThat(stored.triage().messageLevel()).isEqualTo("EMERGENCY"));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsReadLate(TestDatabase database) {
    TestService service = TestService.on(database);
    String patient = "unknown-" + UUID.randomUUID();
    Subject subject = service.bean(Subjects.class).ensurePatient(patient);
    String conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    Corridor corridor = corridor(service, new SlowLibrary(service));

    assertThat(corridor.accept(web(patient, conversation, FOOD)))
        .isInstanceOfSatisfying(
            Accepted.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Accepted.Reason.NO_CONSENT));
    assertThat(service.bean(Messages.class).lastSeq(conversation)).isZero();
    assertThat(corridor.accept(web(patient, conversation, CHEST)))
        .isInstanceOf(Accepted.Stored.class);
  }

  @ParameterizedTest
  @EnumSource
  void countsAMessageOnceThoughItIsLookedAtTwice(TestDatabase database) {
    TestService service = TestService.on(database);
    String patient = "fast-" + UUID.randomUUID();
    Subject subject = service.bean(Subjects.class).ensurePatient(patient);
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
    String conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    Door door = new Door(new MessageRateLimiter(2, service.bean(RealClock.class)));
    Corridor corridor = corridor(service, new SlowLibrary(service), door);

    assertThat(corridor.accept(web(patient, conversation, "x".repeat(4001))))
        .isInstanceOf(Accepted.Refused.class);
    assertThat(corridor.accept(web(patient, conversation, FOOD)))
        .isInstanceOf(Accepted.Stored.class);
    assertThat(corridor.accept(web(patient, conversation, FOOD)))
        .isInstanceOfSatisfying(
            Accepted.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Accepted.Reason.TOO_FAST));
    assertThat(corridor.accept(web(patient, conversation, CHEST)))
        .as("urgent, however fast")
        .isInstanceOf(Accepted.Stored.class);
  }

  @ParameterizedTest
  @EnumSource
  void leavesToAPersonWhatNoReplyCanBeMadeTo(TestDatabase database) {
    TestService service = TestService.on(database);
    Corridor corridor = service.bean(Corridor.class);
    String conversation = service.begin("priya-nair");
    Accepted.Stored stored =
        (Accepted.Stored) corridor.accept(web("priya-nair", conversation, FOOD));
    ReplyTask task = new ReplyTask(corridor, service.bean(RealClock.class));

    task.run(stored.messageId(), 8);

    Turn turn = corridor.complete(stored.messageId()).orElseThrow();
    assertThat(turn.action()).isEqualTo("handoff");
    assertThat(turn.triage().messageLevel()).isEqualTo("ROUTINE");
    assertThat(turn.text()).contains("A person will read what you wrote");
    assertThat(open(service))
        .anySatisfy(e -> assertThat(e.messageId()).isEqualTo(stored.messageId()));
  }

  @ParameterizedTest
  @EnumSource
  void fallsSilentWhileAPersonHasTheConversationExceptForEmergencies(TestDatabase database) {
    TestService service = TestService.on(database);
    String conversation = service.begin(DANA);
    JsonNode turn = service.say(DANA, conversation, CHEST);
    EscalationDesk desk = service.bean(EscalationDesk.class);
    desk.takeOver(turn.get("escalation").get("id").asString(), "nurse-ana");
    JsonNode silent = service.say(DANA, conversation, FOOD);
    assertThat(silent.get("action").asString()).isEqualTo("handoff");
    assertThat(silent.get("sentences")).isEmpty();
    assertThat(silent.get("replyId").isNull()).isTrue();
    assertThat(service.say(DANA, conversation, CHEST).get("action").asString())
        .isEqualTo("emergency");
    desk.handBack(turn.get("escalation").get("id").asString(), "nurse-ana");
    assertThat(service.say(DANA, conversation, FOOD).get("action").asString()).isEqualTo("answer");
  }

  @ParameterizedTest
  @EnumSource
  void putsARequestForAPersonIntoTheInbox(TestDatabase database) {
    TestService service = TestService.on(database);
    String conversation = service.begin(DANA);
    HttpResponse<String> response = service.send(
        "POST",
        "/api/v1/conversations/" + conversation + "/human",
        service.token(DANA),
        "{\"reason\":\"about my bill\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(service.json(response).get("escalation").get("level").asString())
        .isEqualTo("ROUTINE");
    assertThat(transcript(service, DANA, conversation).toString()).contains("about my bill");
  }

  @ParameterizedTest
  @EnumSource
  void answersInSpanishFromSpanishArticles(TestDatabase database) {
    TestService service = TestService.on(database);
    String conversation = service.begin("maria-alvarez");
    JsonNode turn =
        service.say("maria-alvarez", conversation, "¿Qué puedo comer si tengo diabetes tipo 2?");
    assertThat(turn.get("language").asString()).isEqualTo("es");
    assertThat(turn.get("action").asString()).isEqualTo("answer");
    assertThat(turn.get("citations").toString()).contains("-es");
    JsonNode emergency = service.say(
        "maria-alvarez", conversation, "me duele mucho el pecho y se me duerme el brazo");
    assertThat(emergency.get("action").asString()).isEqualTo("emergency");
    assertThat(emergency.get("text").asString()).contains("911").containsIgnoringCase("llame");
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhoWroteForThePatient(TestDatabase database) {
    TestService service = TestService.on(database);
    String conversation = service.begin("robert-hayes");
    service
        .bean(Caregivers.class)
        .decide(
            service.bean(Subjects.class).findPatient("robert-hayes").orElseThrow(),
            "joan-hayes",
            Set.of(CarePart.MESSAGES));

    Accepted accepted = service
        .bean(Corridor.class)
        .accept(new Inbound.Web(
            "robert-hayes",
            java.util.Optional.of("joan-hayes"),
            conversation,
            FOOD,
            java.util.Optional.empty(),
            false));

    assertThat(accepted).isInstanceOfSatisfying(Accepted.Stored.class, stored -> {
      var message = service.bean(Messages.class).find(stored.messageId()).orElseThrow();
      assertThat(message.authorId()).contains("joan-hayes");
      assertThat(message.onBehalfOf()).contains("robert-hayes");
    });
  }

  @ParameterizedTest
  @EnumSource
  void readsTheMeaningEvenOfWhatItWillBeSilentAbout(TestDatabase database) {
    TestService service = TestService.on(database);
    EscalationDesk desk = service.bean(EscalationDesk.class);
    String conversation = service.begin("priya-nair");
    String escalation = service
        .say("priya-nair", conversation, "my chest hurts really bad")
        .get("escalation")
        .get("id")
        .asString();
    desk.takeOver(escalation, "nurse-ana");

    Accepted taken = service
        .bean(Admission.class)
        .admit(
            web("priya-nair", conversation, "thank you for writing back"),
            java.util.Optional.empty(),
            java.util.Optional.empty());

    assertThat(taken).isInstanceOfSatisfying(Accepted.Stored.class, stored -> {
      assertThat(stored.done()).as("nothing is said before it is read").isEmpty();
      Turn turn = service.bean(Corridor.class).complete(stored.messageId()).orElseThrow();
      assertThat(turn.sentences()).isEmpty();
      assertThat(turn.action()).isEqualTo("handoff");
      assertThat(service
              .bean(Messages.class)
              .find(stored.messageId())
              .orElseThrow()
              .lateVectors())
          .isFalse();
    });
    desk.resolve(escalation, "nurse-ana", "advised", null, java.util.Optional.empty());
  }

  /// The service's corridor, for which the vectors of a message are there when it asks for them.
  private static Corridor corridorWithReadyVectors(TestService service) {
    return corridor(service, new ReadyLibrary(service));
  }

  private static Corridor corridor(TestService service, Library library) {
    return corridor(service, library, service.bean(Door.class));
  }

  private static Corridor corridor(TestService service, Library library, Door door) {
    return new Corridor(
        service.bean(Admission.class),
        service.bean(Completion.class),
        service.bean(ReplyStore.class),
        new MessageReadings(
            library, service.bean(Messages.class), service.bean(MessageScreen.class)),
        service.bean(ConversationLeases.class),
        service.bean(TurnBudget.class),
        service.bean(RealClock.class),
        door);
  }

  private static Inbound.Web web(String patient, String conversation, String text) {
    return new Inbound.Web(
        patient,
        java.util.Optional.empty(),
        conversation,
        text,
        java.util.Optional.of(UUID.randomUUID().toString()),
        false);
  }

  private static JsonNode transcript(TestService service, String patient, String conversation) {
    return service
        .json(service.send(
            "GET",
            "/api/v1/conversations/" + conversation + "/messages",
            service.token(patient),
            ""))
        .get("messages");
  }

  private static List<Escalation> open(TestService service) {
    return service
        .bean(Escalations.class)
        .list(org.healthassistant.assistant.escalation.EscalationFilter.UNRESOLVED);
  }
}
