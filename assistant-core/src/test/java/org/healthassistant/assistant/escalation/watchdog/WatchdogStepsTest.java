package org.healthassistant.assistant.escalation.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;

import java.time.Duration;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.watchdog.WatchdogFinding.Kind;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;

/// Steps and pages that nobody has scheduled, or that are late.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WatchdogStepsTest extends WatchdogFixture {

  WatchdogStepsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void schedulesALostStepAgainAndSaysSoInTheHistory() {
    Escalation opened = rooms.emergency();
    lose(EscalationTasks.PAGE_STEP, RoundId.of(opened).key());

    assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

    assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(opened).key()))
        .isTrue();
    assertThat(rooms.history(opened)).containsExactly("opened", "rescheduled");
    watchdog.look();
    assertThat(kinds()).doesNotContain(Kind.STALLED_STEP);
  }

  @Test
  void schedulesTheStepOfTheRoundThatIsNow() {
    Conversation conversation = rooms.conversation();
    rooms.write(conversation, Level.SAME_DAY, "med-danger");
    Escalation raised = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
    jdbc.sql("delete from scheduled_tasks").update();

    watchdog.look();

    assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, raised.id() + "/1")).isTrue();
    assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, raised.id() + "/0")).isFalse();
  }

  @Test
  void schedulesALostPageAgain() {
    Escalation opened = rooms.emergency();
    rooms.page(opened);
    String page = rooms.pages(opened).getFirst();
    lose(EscalationTasks.SEND_PAGE, page);

    assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

    assertThat(rooms.isScheduled(EscalationTasks.SEND_PAGE, page)).isTrue();
  }

  @Test
  void findsAStepThatIsOverdue() {
    rooms.emergency();
    assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void drawsAStepNearThatAClockGoneBackHasPutOff() {
    Escalation opened = rooms.emergency();
    rooms.pass(Duration.ofHours(-1));

    assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);

    assertThat(due(RoundId.of(opened).key())).isBeforeOrEqualTo(rooms.now());
    rooms.pass(Duration.ofHours(1));
  }

  @Test
  void schedulesTheExpiryOfAnAcknowledgementAgain() {
    Escalation held = rooms.emergency();
    rooms.desk().acknowledge(held.id(), ANA);
    lose(EscalationTasks.PAGE_STEP, RoundId.of(held).key());
    assertThat(untilFound(Kind.STALLED_STEP)).isLessThanOrEqualTo(LIMIT);
    assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(held).key()))
        .isTrue();
  }

  @Test
  void findsNothingWhereTheStepIsToComeOrThePatientWasReached() {
    Escalation waiting = rooms.emergency();
    jdbc.sql("update scheduled_tasks set execution_time = :at where task_instance = :id")
        .param("at", TimeStamps.bind(rooms.now().plusSeconds(120)))
        .param("id", RoundId.of(waiting).key())
        .update();
    Escalation held = rooms.emergency();
    rooms.desk().contact(held.id(), ANA, "call", true, null);
    lose(EscalationTasks.PAGE_STEP, RoundId.of(held).key());
    rooms.write(rooms.conversation(), Level.ROUTINE, "routine");

    assertThat(lookFor(Duration.ofSeconds(60))).isEmpty();
    assertThat(health()).isEqualTo(Status.UP);
  }
}
