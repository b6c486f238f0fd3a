package org.healthassistant.assistant.escalation.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.DutyByDayFixture;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the patient is told of an escalation, on real rows.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PatientNoticeTest extends DutyByDayFixture {

  PatientNoticeTest(TestDatabase database) {
    super(database);
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
              + " 10:15 AM. If you still need help now, call 911.");
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
              + " need help now, call 911.");

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

      assertThat(rooms.bean(PatientNoticeTask.class).run(RoundId.of(opened).key()))
          .isEqualTo(new Next.Again(rooms.now().plusSeconds(1)));
      rooms.pass(Duration.ofSeconds(60));
      assertThat(rooms.bean(PatientNoticeTask.class).run(RoundId.of(opened).key()))
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
                  + " antes de las 10:15. Si necesita ayuda ahora, llame al 911.");
      assertThat(texts(opened)).containsExactly("NOTICE PENDING");
      assertThat(texts(silent)).containsExactly("NOTICE SUPPRESSED");
    }

    private Conversation thread(String number) {
      var known = rooms.bean(PhoneNumbers.class).findOrCreate(number);
      return rooms
          .bean(Conversations.class)
          .smsThread(known.subjectId(), known.numberHash(), "+15555550100", Language.SPANISH);
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
      rooms
          .bean(PatientNoticeTask.class)
          .runNow(RoundId.of(rooms.find(escalation)).key());
    }

    private List<String> said(Escalation escalation) {
      return rooms.bean(Messages.class).after(escalation.conversationId(), 0, 50).stream()
          .filter(message -> message.author() == Author.ASSISTANT)
          .map(Message::text)
          .toList();
    }
  }
}
