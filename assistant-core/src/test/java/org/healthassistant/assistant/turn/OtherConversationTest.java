package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.screening.MessagePlace;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a patient wrote in another conversation minutes ago, on both databases: rules put it
/// together with what is written now, the meaning of a message is read behind its own
/// conversation alone.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OtherConversationTest extends OneConversation {

  OtherConversationTest(TestDatabase database) {
    super(database);
  }

  @Test
  void completesADangerThatARuleNames() {
    say("i take warfarin");

    assertThat(sayElsewhere("i fell and hit my head").triage().messageLevel())
        .isEqualTo("EMERGENCY");
  }

  @Test
  void isNotReadAsOneTextWithWhatIsWrittenNow() {
    Conversation here = service.bean(Conversations.class).get(conversation);
    Conversation other = begin();
    say("when do you open?");
    List<String> before = service.bean(Messages.class).after(conversation, 0, 1).stream()
        .map(Message::id)
        .toList();

    assertThat(readBehind(here)).isEqualTo(before).hasSize(1);
    assertThat(readBehind(other)).isEmpty();
  }

  private List<String> readBehind(Conversation place) {
    return service
        .bean(MessageReadings.class)
        .begin(
            Optional.of(MessagePlace.in(place)),
            "burning when i pee",
            service.bean(RealClock.class).instant())
        .meaning(Duration.ofSeconds(20))
        .orElseThrow()
        .context();
  }

  private Conversation begin() {
    return service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
  }

  private Turn sayElsewhere(String text) {
    return complete(
        new Inbound.Web(patient, Optional.empty(), begin().id(), text, Optional.empty(), false));
  }
}
