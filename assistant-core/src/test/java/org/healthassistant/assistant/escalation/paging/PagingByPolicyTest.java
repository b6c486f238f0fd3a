package org.healthassistant.assistant.escalation.paging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;
import static org.healthassistant.assistant.escalation.EscalationRooms.BEN;

import java.time.Duration;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.escalation.DutyByDayFixture;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pager carries out the policy on real rows.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PagingByPolicyTest extends DutyByDayFixture {

  PagingByPolicyTest(TestDatabase database) {
    super(database);
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
      desk.contact(opened.id(), ANA, "call", true, null);
      rooms.pass(Duration.ofHours(3));

      assertThat(rooms.page(opened)).isEqualTo(new Next.Done());
      assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.ACKNOWLEDGED);
    }

    @Test
    void isNotHeldOffByACallThatReachedNobody() {
      Escalation opened = rooms.emergency();
      desk.contact(opened.id(), ANA, "call", false, null);
      rooms.pass(Duration.ofMinutes(15));

      rooms.page(opened);

      assertThat(rooms.history(opened)).endsWith("acknowledgement-expired");
    }
  }
}
