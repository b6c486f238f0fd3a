package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.junit.jupiter.api.Test;

/// What every version of [Conversations] keeps to, the stored one and the one in memory.
abstract class ConversationsContract {

  private static final Duration TERM = Duration.ofSeconds(30);

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /// The clock that the conversations under test go by.
  final RealClock clock = new RealClock(() -> now);

  abstract Conversations conversations();

  /// The id of a new subject without conversations.
  abstract String subject();

  @Test
  void beginsAConversationOnTheWebThatNobodyHasTakenOver() {
    String subject = subject();

    Conversation begun = conversations().beginWeb(subject, "es");

    assertThat(begun.subjectId()).isEqualTo(subject);
    assertThat(begun.channel()).isEqualTo(Channel.WEB);
    assertThat(begun.language()).isEqualTo("es");
    assertThat(begun.startedAt()).isEqualTo(now);
    assertThat(begun.takenOverBy()).isEmpty();
    assertThat(conversations().get(begun.id())).isEqualTo(begun);
  }

  @Test
  void knowsNoConversationOfAnotherId() {
    assertThat(conversations().find("nowhere")).isEmpty();
    assertThatThrownBy(() -> conversations().get("nowhere"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void listsASubjectsConversationsTheLastOneFirst() {
    String subject = subject();
    Conversation first = conversations().beginWeb(subject, "en");
    now = now.plusSeconds(60);
    Conversation second = conversations().beginWeb(subject, "en");
    conversations().beginWeb(subject(), "en");

    assertThat(conversations().ofSubject(subject)).containsExactly(second, first);
    assertThat(conversations().ofSubject(subject())).isEmpty();
  }

  @Test
  void isTakenOverAndHandedBack() {
    String id = conversations().beginWeb(subject(), "en").id();

    conversations().takeOver(id, "nurse-ana");
    assertThat(conversations().get(id).takenOverBy()).contains("nurse-ana");
    conversations().takeOver(id, null);
    assertThat(conversations().get(id).takenOverBy()).isEmpty();
  }

  @Test
  void keepsTheLanguageLastUsed() {
    String id = conversations().beginWeb(subject(), "en").id();

    conversations().language(id, "es");

    assertThat(conversations().get(id).language()).isEqualTo("es");
  }

  @Test
  void hasOneThreadForEachPairOfNumbers() {
    String subject = subject();
    String theirs = Ids.next();

    Conversation thread = conversations().smsThread(subject, theirs, "+12025550100", "en");

    assertThat(thread.channel()).isEqualTo(Channel.SMS);
    assertThat(thread.numberHash()).contains(theirs);
    assertThat(conversations().smsThread(subject, theirs, "+12025550100", "es"))
        .as("begun once, whatever the language")
        .isEqualTo(thread);
    assertThat(conversations().smsThread(subject, theirs, "+12025550199", "en").id())
        .isNotEqualTo(thread.id());
  }

  @Test
  void leasesToOneOwnerUntilReleasedOrOver() {
    String id = conversations().beginWeb(subject(), "en").id();

    assertThat(conversations().lease(id, "one", TERM)).isTrue();
    assertThat(conversations().lease(id, "one", TERM)).as("again").isTrue();
    assertThat(conversations().lease(id, "other", TERM)).isFalse();
    conversations().release(id, "other");
    assertThat(conversations().lease(id, "other", TERM)).as("not the other's").isFalse();
    conversations().release(id, "one");
    assertThat(conversations().lease(id, "other", TERM)).as("released").isTrue();
    now = now.plus(TERM).plusSeconds(1);
    assertThat(conversations().lease(id, "one", TERM)).as("over").isTrue();
  }
}
