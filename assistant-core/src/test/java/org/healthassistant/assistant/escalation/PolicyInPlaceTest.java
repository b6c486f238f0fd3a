package org.healthassistant.assistant.escalation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;
import static org.healthassistant.assistant.escalation.EscalationRooms.BEN;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pager carries out the policy: on real rows, with a nurse on duty by day and a doctor
/// behind her, and nobody at night.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PolicyInPlaceTest {

  private static final String TEAM = "assistant.escalation.team.";
  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);
  private static final WireMockServer HOOK = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  private final EscalationRooms rooms;
  private final EscalationDesk desk;

  PolicyInPlaceTest(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(database, PolicyInPlaceTest::start);
    desk = rooms.desk();
    rooms.at("2026-11-24T15:00:00Z");
  }

  private static EscalationRooms start(TestDatabase database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("assistant.time-zone", "America/New_York");
    settings.put("assistant.escalation.webhook.url", HOOK.baseUrl() + "/page");
    settings.put("assistant.escalation.webhook.secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    settings.put(TEAM + "people[0].id", ANA);
    settings.put(TEAM + "people[0].role", "nurse");
    settings.put(TEAM + "people[1].id", BEN);
    settings.put(TEAM + "people[1].role", "physician");
    settings.put(TEAM + "shifts[0].people", ANA);
    settings.put(TEAM + "shifts[0].backup", BEN);
    settings.put(TEAM + "shifts[0].from", "07:00");
    settings.put(TEAM + "shifts[0].to", "19:00");
    return EscalationRooms.on(database, settings);
  }

  @BeforeAll
  static void listen() {
    HOOK.start();
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
    HOOK.stop();
  }

  @BeforeEach
  void answer() {
    HOOK.resetAll();
    HOOK.stubFor(any(anyUrl()).willReturn(ok()));
  }

  @Nested
  class WhenPeopleArePaged {

    @Test
    void pagesWhoIsOnDutyThenTheBackupThenEverybodyAndOnAndOn() {
      Escalation opened = rooms.emergency();

      for (int minute = 0; minute <= 15; minute++) {
        rooms.page(opened);
        rooms.send(opened);
        rooms.pass(Duration.ofMinutes(1));
      }

      assertThat(pages(opened))
          .containsExactly(
              "0/1/nurse-ana",
              "0/2/dr-okafor",
              "0/3/dr-okafor",
              "0/3/nurse-ana",
              "0/4/dr-okafor",
              "0/4/nurse-ana",
              "0/5/dr-okafor",
              "0/5/nurse-ana");
    }

    @Test
    void movesOnAtOnceWhenAChannelFailsAndTriesThePageAgain() {
      HOOK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
      Escalation opened = rooms.emergency();
      rooms.page(opened);

      List<Next> tried = rooms.send(opened);

      assertThat(tried).containsExactly(new Next.Again(rooms.now().plusSeconds(1)));
      assertThat(pages(opened)).containsExactly("0/1/nurse-ana", "0/2/dr-okafor");
      HOOK.stubFor(any(anyUrl()).willReturn(ok()));
      rooms.send(opened);
      assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.NOTIFIED);
      assertThat(rooms.page(opened)).isEqualTo(new Next.Again(rooms.now().plusSeconds(120)));
    }

    @Test
    void pagesEverybodyAtNightAndSaysWhy() {
      rooms.at("2026-11-25T03:00:00Z");
      Escalation opened = rooms.emergency();

      rooms.page(opened);

      assertThat(pages(opened)).containsExactly("0/1/dr-okafor", "0/1/nurse-ana");
      assertThat(rooms.history(opened)).containsExactly("opened", "nobody-on-duty");
    }

    @Test
    void pagesAgainWhenTheClockWasSetBack() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      rooms.pass(Duration.ofHours(-1));

      rooms.page(opened);

      assertThat(pages(opened)).containsExactly("0/1/nurse-ana", "0/2/dr-okafor");
    }

    @Test
    void countsAnAttemptThatFindsTheMarkOfADeadProcess() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      String key = rooms.pages(opened).getFirst();
      rooms
          .bean(Transactions.class)
          .durable(() -> rooms.bean(PageRows.class).sending(key, 0, rooms.now()));

      rooms.send(opened);

      assertThat(rooms
              .bean(JdbcClient.class)
              .sql("select repeats from page where page_key = :key")
              .param("key", key)
              .query(Integer.class)
              .single())
          .isEqualTo(1);
    }
  }

  @Nested
  class WhenAnAcknowledgementExpires {

    @Test
    void beginsAnewWithoutContactAndKeepsTheAssignee() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      rooms.send(opened);
      desk.acknowledge(opened.id(), ANA);
      assertThat(rooms.page(opened)).isInstanceOf(Next.Again.class);

      rooms.pass(Duration.ofMinutes(15));
      assertThat(rooms.page(opened)).isEqualTo(new Next.Done());

      Escalation expired = rooms.find(opened);
      assertThat(expired.state()).isEqualTo(Escalation.State.NOTIFIED);
      assertThat(expired.acknowledgedBy()).isEmpty();
      assertThat(expired.assignee()).contains(ANA);
      assertThat(expired.round()).isEqualTo(1);
      assertThat(rooms.history(opened))
          .containsExactly("opened", "paged", "acknowledged", "acknowledgement-expired");
      assertThat(
              rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(expired).key()))
          .isTrue();
      rooms.page(expired);
      assertThat(pages(opened)).containsExactly("0/1/nurse-ana", "1/1/nurse-ana");
    }

    @Test
    void letsAnotherTakeTheConversationThen() {
      Escalation opened = rooms.emergency();
      desk.takeOver(opened.id(), ANA);
      rooms.pass(Duration.ofMinutes(15));
      rooms.page(opened);

      assertThat(desk.takeOver(opened.id(), BEN)).isInstanceOf(ActionResult.Done.class);
    }

    @Test
    void lastsOnceThePatientWasReached() {
      Escalation opened = rooms.emergency();
      desk.acknowledge(opened.id(), ANA);
      desk.contact(opened.id(), ANA, "call", true);
      rooms.pass(Duration.ofHours(3));

      assertThat(rooms.page(opened)).isEqualTo(new Next.Done());
      assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.ACKNOWLEDGED);
    }

    @Test
    void isNotHeldOffByACallThatReachedNobody() {
      Escalation opened = rooms.emergency();
      desk.contact(opened.id(), ANA, "call", false);
      rooms.pass(Duration.ofMinutes(15));

      rooms.page(opened);

      assertThat(rooms.history(opened)).endsWith("acknowledgement-expired");
    }
  }

  @Nested
  class WhenThePatientIsTold {

    @Test
    void saysOnceWhoWasAlertedAndByWhenToExpectAnAnswer() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      tell(opened);
      assertThat(said(opened)).as("before a channel has accepted a page").isEmpty();

      rooms.send(opened);
      assertThat(rooms.isScheduled(
              EscalationTasks.PATIENT_NOTICE, RoundId.of(opened).key()))
          .isTrue();
      tell(opened);
      tell(opened);

      assertThat(said(opened))
          .containsExactly("An alert was sent to the nurse on duty. They are asked to answer you by"
              + " 10:15 AM. If you still need emergency help, call 911. For thoughts of suicide,"
              + " call or text 988.");
      assertThat(rooms.history(opened)).containsExactly("opened", "paged", "patient-told");
    }

    @Test
    void saysOnceThatNobodyCouldBeAlertedAndThenThatSomebodyWas() {
      HOOK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      for (int step = 1; step <= 4; step++) {
        rooms.send(opened);
        tell(opened);
        tell(opened);
      }

      assertThat(rooms.isScheduled(
              EscalationTasks.PATIENT_NOTICE, RoundId.of(opened).key()))
          .isTrue();
      assertThat(said(opened))
          .containsExactly("I could not alert a person directly yet. I keep trying. If you still"
              + " need emergency help, call 911. For thoughts of suicide, call or text 988.");

      HOOK.stubFor(any(anyUrl()).willReturn(ok()));
      rooms.pass(Duration.ofMinutes(5));
      rooms.page(opened);
      rooms.send(opened);
      tell(opened);
      assertThat(said(opened)).hasSize(2).last().asString().startsWith("An alert was sent to");
    }

    @Test
    void waitsForTheReplyAtMostAMinute() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      rooms.send(opened);

      assertThat(rooms.bean(PatientNotice.class).run(RoundId.of(opened).key()))
          .isEqualTo(new Next.Again(rooms.now().plusSeconds(1)));
      rooms.pass(Duration.ofSeconds(60));
      assertThat(rooms.bean(PatientNotice.class).run(RoundId.of(opened).key()))
          .isEqualTo(new Next.Done());

      assertThat(said(opened)).hasSize(1);
    }

    @Test
    void saysThatNobodyIsOnDutyAndWhenSomebodyIs() {
      rooms.at("2026-11-25T03:00:00Z");
      Escalation opened = rooms.write(rooms.conversation(), Level.SAME_DAY, "med-danger");
      rooms.page(opened);
      rooms.send(opened);

      tell(opened);

      assertThat(said(opened))
          .containsExactly("Nobody on your care team is on duty now. An alert was sent to a doctor"
              + " on your care team and a nurse on your care team. Someone is on duty again from"
              + " Wednesday, November 25, at 7:00 AM. Call 911 if you have chest pain, trouble"
              + " breathing, a sudden change, or may hurt yourself.");
    }

    @Test
    void saysOfARoutineMatterWhenTheTeamIsBack() {
      Escalation inHours = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
      tell(inHours);
      rooms.at("2026-11-27T23:00:00Z");
      Escalation afterwards = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
      tell(afterwards);

      assertThat(said(inHours)).isEmpty();
      assertThat(said(afterwards))
          .containsExactly("Your care team is away now. They are back from Monday, November 30, at"
              + " 8:00 AM. If this is an emergency, call 911.");
    }

    @Test
    void saysNothingOnceAPersonHasTheConversation() {
      Escalation opened = rooms.emergency();
      rooms.page(opened);
      rooms.send(opened);
      desk.takeOver(opened.id(), ANA);

      tell(opened);

      assertThat(said(opened)).isEmpty();
    }

    @Test
    void textsItInTheLanguageOfTheConversationUnlessTheNumberHasOptedOut() {
      Escalation opened = rooms.write(thread("+15555550111"), Level.EMERGENCY, "chest-pain");
      Escalation silent = rooms.write(thread("+15555550112"), Level.EMERGENCY, "chest-pain");
      PhoneNumbers numbers = rooms.bean(PhoneNumbers.class);
      numbers.optOut(numbers.hashOf("+15555550112"), rooms.now());
      for (Escalation each : List.of(opened, silent)) {
        rooms.page(each);
        rooms.send(each);
        tell(each);
      }

      assertThat(said(opened))
          .containsExactly(
              "Se envió un aviso a la guardia de enfermería. Se les pide que le respondan"
                  + " antes de las 10:15. Si todavía necesita ayuda de emergencia, llame al 911. Si"
                  + " piensa en el suicidio, llame al 988 y oprima 2.");
      assertThat(texts(opened)).containsExactly("NOTICE PENDING");
      assertThat(texts(silent)).containsExactly("NOTICE SUPPRESSED");
    }

    private Conversation thread(String number) {
      var known = rooms.bean(PhoneNumbers.class).findOrCreate(number);
      return rooms
          .bean(Conversations.class)
          .smsThread(known.subjectId(), known.numberHash(), "+15555550100", "es");
    }

    private List<String> texts(Escalation escalation) {
      return rooms
          .bean(JdbcClient.class)
          .sql("select purpose, state from outbox where conversation_id = :id")
          .param("id", escalation.conversationId())
          .query((row, n) -> row.getString(1) + " " + row.getString(2))
          .list();
    }

    private void tell(Escalation escalation) {
      Optional<Conversation> known =
          rooms.bean(Conversations.class).find(escalation.conversationId());
      assertThat(known).isPresent();
      rooms.bean(PatientNotice.class).runNow(RoundId.of(rooms.find(escalation)).key());
    }

    private List<String> said(Escalation escalation) {
      return rooms.bean(Messages.class).after(escalation.conversationId(), 0, 50).stream()
          .filter(message -> message.author() == Author.ASSISTANT)
          .map(Message::text)
          .toList();
    }
  }

  /// Round, step and recipient of each page.
  private List<String> pages(Escalation escalation) {
    return rooms.pages(escalation).stream()
        .map(key -> key.substring(escalation.id().length() + 1, key.lastIndexOf('/')))
        .toList();
  }
}
