package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

/// What every version of [Conversations] keeps to, the stored one and the one in memory.
abstract class ConversationsContract {

  private static final Duration TERM = Duration.ofSeconds(30);

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /// The clock that the conversations under test go by.
  final RealClock clock = new RealClock(() -> now);

  abstract Conversations conversations();

  /// Moves that clock on.
  void later(Duration time) {
    now = now.plus(time);
  }

  /// The id of a new subject without conversations.
  abstract String subject();

  @Test
  void beginsAConversationOnTheWebThatNobodyHasTakenOver() {
    String subject = subject();

    Conversation begun = conversations().beginWeb(subject, Language.SPANISH);

    assertThat(begun.subjectId()).isEqualTo(subject);
    assertThat(begun.channel()).isEqualTo(Channel.WEB);
    assertThat(begun.language()).isEqualTo(Language.SPANISH);
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

  /// The longest number there is, and a longer one of a gateway's own.
  @Test
  void keepsTheThreadOfTheLongestNumbers() {
    for (String own : List.of("+" + "1".repeat(15), "+" + "1".repeat(16), "1".repeat(20))) {
      String hash = Ids.next().replace("-", "").repeat(2);
      Conversation thread = conversations().smsThread(subject(), hash, own, Language.ENGLISH);

      assertThat(thread.ownNumber()).contains(own);
      assertThat(thread.numberHash()).contains(hash);
    }
  }

  @Test
  void listsASubjectsConversationsTheLastOneFirst() {
    String subject = subject();
    Conversation first = conversations().beginWeb(subject, Language.ENGLISH);
    now = now.plusSeconds(60);
    Conversation second = conversations().beginWeb(subject, Language.ENGLISH);
    conversations().beginWeb(subject(), Language.ENGLISH);

    assertThat(conversations().ofSubject(subject)).containsExactly(second, first);
    assertThat(conversations().ofSubject(subject())).isEmpty();
  }

  @Test
  void isTakenOverAndHandedBack() {
    String id = conversations().beginWeb(subject(), Language.ENGLISH).id();

    conversations().takeOver(id, "nurse-ana");
    assertThat(conversations().get(id).takenOverBy()).contains("nurse-ana");
    conversations().takeOver(id, null);
    assertThat(conversations().get(id).takenOverBy()).isEmpty();
  }

  @Test
  void keepsTheLanguageLastUsed() {
    String id = conversations().beginWeb(subject(), Language.ENGLISH).id();

    conversations().language(id, Language.SPANISH);

    assertThat(conversations().get(id).language()).isEqualTo(Language.SPANISH);
  }

  @Test
  void hasOneThreadForEachPairOfNumbers() {
    String subject = subject();
    String theirs = Ids.next();

    Conversation thread =
        conversations().smsThread(subject, theirs, "+12025550100", Language.ENGLISH);

    assertThat(thread.channel()).isEqualTo(Channel.SMS);
    assertThat(thread.numberHash()).contains(theirs);
    assertThat(conversations().smsThread(subject, theirs, "+12025550100", Language.SPANISH))
        .as("begun once, whatever the language")
        .isEqualTo(thread);
    assertThat(conversations()
            .smsThread(subject, theirs, "+12025550199", Language.ENGLISH)
            .id())
        .isNotEqualTo(thread.id());
  }

  @Test
  void leasesToOneOwnerUntilReleasedOrOver() {
    String id = conversations().beginWeb(subject(), Language.ENGLISH).id();

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
