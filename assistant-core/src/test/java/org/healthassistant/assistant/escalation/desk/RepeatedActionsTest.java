package org.healthassistant.assistant.escalation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A client that heard no answer asks once more.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RepeatedActionsTest {

  private static final String ANA = EscalationRooms.ANA;
  private static final String BEN = EscalationRooms.BEN;

  private final EscalationRooms rooms;
  private final EscalationDesk desk;

  RepeatedActionsTest(TestDatabase database) {
    rooms = EscalationRooms.on(database, Map.of());
    desk = rooms.desk();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void writesToThePatientOnceForAKey() {
    Escalation opened = rooms.emergency();

    for (int time = 0; time < 2; time++) {
      assertThat(desk.reply(opened.id(), ANA, "How are you?", "k1"))
          .isInstanceOf(ActionResult.Done.class);
    }
    desk.reply(opened.id(), ANA, "How are you?", "k2");

    assertThat(rooms.history(opened)).containsExactly("opened", "replied", "replied");
    assertThat(rooms.bean(Messages.class).after(opened.conversationId(), 0, 10))
        .filteredOn(message -> message.author() == Author.PROVIDER)
        .hasSize(2);
  }

  @Test
  void storesAContactAndANoteOnceForAKey() {
    Escalation opened = rooms.emergency();

    for (int time = 0; time < 2; time++) {
      desk.contact(opened.id(), ANA, "call", false, "k1");
      desk.note(opened.id(), ANA, "she is calm", "k2");
    }

    assertThat(rooms.history(opened)).containsExactly("opened", "contacted", "noted");
  }

  @Test
  void recognisesARepeatAfterItWasResolved() {
    Escalation opened = rooms.emergency();
    desk.note(opened.id(), ANA, "she is calm", "k1");
    desk.resolve(opened.id(), BEN, "advised", null, Optional.empty());

    assertThat(desk.note(opened.id(), ANA, "she is calm", "k1"))
        .isInstanceOf(ActionResult.Done.class);
    assertThat(desk.note(opened.id(), ANA, "she is calm", "k2"))
        .isInstanceOf(ActionResult.Conflict.class);
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    Escalation opened = rooms.emergency();
    desk.reply(opened.id(), ANA, "How are you?", "k1");
    desk.contact(opened.id(), ANA, "call", false, "k2");
    desk.note(opened.id(), ANA, "she is calm", "k3");

    assertThat(desk.reply(opened.id(), ANA, "Go to the ER.", "k1"))
        .isInstanceOf(ActionResult.KeyReused.class);
    assertThat(desk.contact(opened.id(), ANA, "call", true, "k2"))
        .isInstanceOf(ActionResult.KeyReused.class);
    assertThat(desk.note(opened.id(), ANA, "she cries", "k3"))
        .isInstanceOf(ActionResult.KeyReused.class);
    assertThat(desk.note(opened.id(), BEN, "she is calm", "k3"))
        .isInstanceOf(ActionResult.KeyReused.class);
    assertThat(desk.note(opened.id(), ANA, "How are you?", "k1"))
        .isInstanceOf(ActionResult.KeyReused.class);
    assertThat(rooms.history(opened)).containsExactly("opened", "replied", "contacted", "noted");
  }

  @Test
  void takesTheSameKeyForAnotherEscalation() {
    Escalation one = rooms.emergency();
    Escalation other = rooms.emergency();

    desk.note(one.id(), ANA, "she is calm", "k1");
    desk.note(other.id(), ANA, "he is calm", "k1");

    assertThat(rooms.history(other)).containsExactly("opened", "noted");
  }
}
