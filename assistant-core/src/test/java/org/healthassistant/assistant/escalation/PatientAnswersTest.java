package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PatientAnswersTest {

  private static final String ANA = EscalationRooms.ANA;

  private final EscalationRooms rooms;

  PatientAnswersTest(TestDatabase database) {
    rooms = EscalationRooms.on(database, Map.of());
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Nested
  class AfterAProviderHasWritten {

    private final Escalation opened = rooms.emergency();
    private final Conversation conversation =
        rooms.bean(Conversations.class).get(opened.conversationId());

    AfterAProviderHasWritten() {
      rooms.desk().reply(opened.id(), ANA, "Are you on your way to the hospital?", null);
      rooms.pass(Duration.ofMinutes(3));
    }

    @Test
    void countsAnAnswerAsContactSoThatNobodyIsPagedAnew() {
      rooms.receive(conversation, Level.SELF_CARE, rooms.now());

      assertThat(rooms.find(opened).contactedAt()).contains(rooms.now());
      assertThat(rooms.history(opened)).containsExactly("opened", "replied", "seen");
      rooms.pass(Duration.ofMinutes(20));
      rooms.page(opened);
      assertThat(rooms.history(opened)).doesNotContain("acknowledgement-expired");
    }

    /// An instance whose clock is behind makes ids and times that sort before those there are.
    @Test
    void countsItWhateverTheClockOfTheProvidersInstanceSaid() {
      rooms.bean(JdbcClient.class).sql("""
          update escalation_event set id = '00000000' || substring(id from 9),
            at = at - cast(3600 as integer) * interval '1' second
          where escalation_id = :id and kind = 'replied'
          """).param("id", opened.id()).update();

      rooms.receive(conversation, Level.SELF_CARE, rooms.now());

      assertThat(rooms.find(opened).contactedAt()).contains(rooms.now());
      assertThat(rooms.history(opened)).containsExactly("opened", "replied", "seen");
    }

    @Test
    void takesAnUrgentMessageForNoAnswer() {
      rooms.receive(conversation, Level.SAME_DAY, rooms.now());

      assertThat(rooms.find(opened).contactedAt()).isEmpty();
      rooms.pass(Duration.ofMinutes(20));
      rooms.page(opened);
      assertThat(rooms.history(opened)).contains("acknowledgement-expired");
    }

    @Test
    void takesATextThatWasWrittenBeforeForNoAnswer() {
      rooms.receive(conversation, Level.SELF_CARE, rooms.now().minus(Duration.ofMinutes(10)));

      assertThat(rooms.find(opened).contactedAt()).isEmpty();
    }

    @Test
    void takesAMessageInAnotherConversationForNoAnswer() {
      Conversation other =
          rooms.bean(Conversations.class).beginWeb(opened.subjectId(), conversation.language());

      rooms.receive(other, Level.SELF_CARE, rooms.now());

      assertThat(rooms.find(opened).contactedAt()).isEmpty();
    }
  }

  @Test
  void takesAMessageForNoContactWhereNobodyHasWritten() {
    Escalation opened = rooms.emergency();

    rooms.receive(
        rooms.bean(Conversations.class).get(opened.conversationId()), Level.SELF_CARE, rooms.now());

    assertThat(rooms.find(opened).contactedAt()).isEmpty();
  }

  @Nested
  class WhenTheGatewayWasDown {

    @Test
    void reckonsTheAnswerFromWhenTheTextWasWritten() {
      Instant written = rooms.now().minus(Duration.ofHours(4));

      Message late = rooms.receive(rooms.conversation(), Level.EMERGENCY, written);

      assertThat(late.at()).isEqualTo(rooms.now());
      assertThat(late.writtenAt()).isEqualTo(written);
      assertThat(open(late).replyBy()).isEqualTo(written.plus(Duration.ofMinutes(15)));
      assertThat(open(late).createdAt()).isEqualTo(rooms.now());
    }

    @Test
    void believesNoTimeAheadOrMoreThanADayBack() {
      Message ahead = rooms.receive(
          rooms.conversation(), Level.EMERGENCY, rooms.now().plus(Duration.ofHours(4)));
      Message old = rooms.receive(rooms.conversation(), Level.EMERGENCY, Instant.EPOCH);

      assertThat(open(ahead).replyBy()).isEqualTo(rooms.now().plus(Duration.ofMinutes(15)));
      assertThat(open(old).replyBy())
          .isEqualTo(rooms.now().minus(Duration.ofHours(24)).plus(Duration.ofMinutes(15)));
    }

    private Escalation open(Message message) {
      return rooms.bean(Escalations.class).open(message.subjectId()).orElseThrow();
    }
  }
}
