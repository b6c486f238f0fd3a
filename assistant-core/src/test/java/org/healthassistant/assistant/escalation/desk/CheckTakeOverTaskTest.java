package org.healthassistant.assistant.escalation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CheckTakeOverTaskTest {

  private static final String ANA = EscalationRooms.ANA;
  private static final Duration AFTER = Duration.ofHours(4);
  private static final Next DONE = new Next.Done();

  private final EscalationRooms rooms;
  private final Escalation taken;
  private final Conversation conversation;

  CheckTakeOverTaskTest(TestDatabase database) {
    rooms = EscalationRooms.on(database, Map.of());
    taken = rooms.emergency();
    conversation = rooms.bean(Conversations.class).get(taken.conversationId());
    rooms.desk().takeOver(taken.id(), ANA);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void handsBackWhatThePatientWroteInAndNobodyAnswered() {
    rooms.desk().reply(taken.id(), ANA, "This is Ana.", null);
    rooms.pass(Duration.ofMinutes(10));
    rooms.receive(conversation, Level.SELF_CARE, rooms.now());
    assertThat(rooms.isScheduled(EscalationTasks.CHECK_TAKE_OVER, conversation.id()))
        .isTrue();

    rooms.pass(AFTER.minusSeconds(1));
    assertThat(check()).isEqualTo(new Next.Again(rooms.now().plusSeconds(1)));
    assertThat(isTaken()).isTrue();

    rooms.pass(Duration.ofSeconds(1));
    assertThat(check()).isEqualTo(DONE);
    assertThat(isTaken()).isFalse();
    assertThat(rooms.history(taken)).endsWith("handed-back");
  }

  @Test
  void looksAlreadyWhenItIsTakenOver() {
    assertThat(rooms.isScheduled(EscalationTasks.CHECK_TAKE_OVER, conversation.id()))
        .isTrue();
    rooms.pass(AFTER);

    assertThat(check()).as("nobody has said a word since the message before").isEqualTo(DONE);
    assertThat(isTaken()).isFalse();
  }

  @Test
  void leavesAConversationToWhoeverHasTheLastWord() {
    rooms.receive(conversation, Level.SELF_CARE, rooms.now());
    rooms.desk().reply(taken.id(), ANA, "This is Ana.", null);
    rooms.pass(AFTER.multipliedBy(3));

    assertThat(check()).isEqualTo(DONE);
    assertThat(isTaken()).isTrue();
  }

  @Test
  void countsFromTheLastThingThatAPersonDid() {
    rooms.receive(conversation, Level.SELF_CARE, rooms.now());
    rooms.pass(Duration.ofHours(3));
    rooms.desk().contact(taken.id(), ANA, "call", false, null);
    rooms.pass(Duration.ofHours(2));

    assertThat(check()).isEqualTo(new Next.Again(rooms.now().plus(Duration.ofHours(2))));
  }

  @Test
  void doesNothingWhereItWasHandedBackOrResolved() {
    rooms.desk().handBack(taken.id(), ANA);
    rooms.pass(AFTER);

    assertThat(check()).isEqualTo(DONE);
    assertThat(rooms.history(taken)).containsOnlyOnce("handed-back");
    assertThat(rooms.run(EscalationTasks.CHECK_TAKE_OVER, "no-such-conversation"))
        .isEqualTo(DONE);
  }

  private Next check() {
    return rooms.run(EscalationTasks.CHECK_TAKE_OVER, conversation.id());
  }

  private boolean isTaken() {
    return rooms.bean(Conversations.class).get(conversation.id()).takenOverBy().isPresent();
  }
}
