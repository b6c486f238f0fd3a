package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of messages and replies, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TranscriptTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final TestService service;
  private final Messages messages;
  private final Replies replies;
  private final Subject subject;
  private final Conversation conversation;

  TranscriptTest(TestDatabase database) {
    service = TestService.on(database);
    messages = service.bean(Messages.class);
    replies = service.bean(Replies.class);
    subject = service.bean(Subjects.class).ensurePatient("transcript-" + Ids.next());
    conversation = service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
  }

  @Nested
  class OfMessages {

    @Test
    void haveTheirPlacesOneAfterAnother() {
      Message first = write("one", "a");
      Message second = write("two", "b");

      assertThat(first.seq()).isEqualTo(1);
      assertThat(second.seq()).isEqualTo(2);
      assertThat(messages.lastSeq(conversation.id())).isEqualTo(2);
      assertThat(messages.after(conversation.id(), 0, 10)).containsExactly(first, second);
      assertThat(messages.after(conversation.id(), 1, 10)).containsExactly(second);
      assertThat(messages.after(conversation.id(), 0, 1)).containsExactly(first);
    }

    @Test
    void areStoredOnceForARepeatId() {
      Message first = write("the text", "same");

      assertThat(append(patient("another text", "same", NOON))).isEmpty();
      assertThat(messages.repeatOf(conversation.id(), new RepeatId.Client("same")))
          .contains(first);
      assertThat(messages.repeatOf(conversation.id(), new RepeatId.Client("other")))
          .isEmpty();
      assertThat(messages.sameText(first, "the text")).isTrue();
      assertThat(messages.sameText(first, "another text")).isFalse();
    }

    @Test
    void ofEqualTextHaveOtherHashesInOtherConversations() {
      Conversation another =
          service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
      Message first = write("the text", "here");
      Message second = service
          .bean(Transactions.class)
          .durable(() -> messages.append(subject, another, patient("the text", "there", NOON)))
          .orElseThrow();

      assertThat(hashOf(first)).isNotEqualTo(hashOf(second));
      assertThat(messages.sameText(first, "the text")).isTrue();
      assertThat(messages.sameText(second, "the text")).isTrue();
    }

    private String hashOf(Message message) {
      return service
          .bean(JdbcClient.class)
          .sql("select text_hash from message where id = :id")
          .param("id", message.id())
          .query(String.class)
          .single();
    }

    @Test
    void areKnownByTheirGatewaysIdInWhateverConversation() {
      RepeatId id = new RepeatId.Provider("demo", Ids.next());
      Message stored = append(NewMessage.ofPatient(
              Ids.next(),
              "by phone",
              Optional.of(id),
              decision(Level.SELF_CARE, true),
              Message.PlannedReply.ANSWER,
              NOON))
          .orElseThrow();

      assertThat(messages.repeatOf("of another conversation", id)).contains(stored);
    }

    @Test
    void areContextWhileTheyAreRecentOldestFirst() {
      append(patient("long ago", "a", NOON.minus(Duration.ofMinutes(11))));
      append(patient("first", "b", NOON.minusSeconds(60)));
      append(NewMessage.ofAssistant(Ids.next(), "a reply", NOON.minusSeconds(40)));
      append(patient("second", "c", NOON.minusSeconds(30)));
      append(patient("third", "d", NOON));

      Instant since = NOON.minus(Duration.ofMinutes(10));
      assertThat(messages.recentOfPatient(subject.id(), since, NOON, 6))
          .extracting(Message::text)
          .containsExactly("first", "second", "third");
      assertThat(messages.recentOfPatient(subject.id(), since, NOON, 2))
          .as("the latest ones")
          .extracting(Message::text)
          .containsExactly("second", "third");
      assertThat(messages.recentOfPatient(subject.id(), since, NOON.minusSeconds(1), 6))
          .as("those until then")
          .extracting(Message::text)
          .containsExactly("first", "second");
    }

    @Test
    void areRaisedByWhatTheirVectorsSayLater() {
      Message late = append(NewMessage.ofPatient(
              Ids.next(),
              "it feels odd",
              Optional.empty(),
              decision(Level.SELF_CARE, false),
              Message.PlannedReply.ANSWER,
              NOON))
          .orElseThrow();
      assertThat(late.lateVectors()).isTrue();

      durable(() -> messages.raise(subject, late.id(), decision(Level.SAME_DAY, true)));

      assertThat(messages.find(late.id())).hasValueSatisfying(raised -> {
        assertThat(raised.decision()).contains(decision(Level.SAME_DAY, true));
        assertThat(raised.lateVectors()).isFalse();
        assertThat(raised.planned()).contains(Message.PlannedReply.ANSWER);
      });
    }

    @Test
    void areSeenUpToAPlaceAndOnlyThoseOfOthers() {
      write("mine", "a");
      append(NewMessage.ofAssistant(Ids.next(), "first", NOON));
      append(NewMessage.ofProvider(Ids.next(), "nurse-ana", "second", NOON));
      assertThat(messages.unread(subject.id())).containsExactly(entry(conversation.id(), 2));

      assertThat(messages.seen(conversation.id(), 2)).isEqualTo(1);
      assertThat(messages.seen(conversation.id(), 2)).as("seen before").isZero();

      assertThat(messages.unread(subject.id())).containsExactly(entry(conversation.id(), 1));
    }

    @Test
    void lieInTheirRowsSealed() {
      Message message = write("my knee hurts", "a");

      byte[] row = service
          .bean(JdbcClient.class)
          .sql("select text_sealed from message where id = :id")
          .param("id", message.id())
          .query((r, n) -> r.getBytes(1))
          .single();

      assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("knee");
      assertThat(message.text()).isEqualTo("my knee hurts");
      assertThat(message.toString()).doesNotContain("knee");
    }
  }

  @Nested
  class OfReplies {

    @Test
    void areOneForEachMessageAndPurpose() {
      Message asked = write("a question", "a");
      Reply reply = reply(asked, true);

      assertThat(store(reply, Optional.of("an answer"))).isTrue();
      assertThat(store(reply(asked, true), Optional.of("another answer"))).isFalse();

      assertThat(replies.find(asked.id(), Reply.Purpose.ANSWER)).contains(reply);
      assertThat(messages.after(conversation.id(), 1, 10))
          .extracting(Message::text)
          .containsExactly("an answer");
    }

    @Test
    void areFoundByTheMessageThatThePatientReads() {
      Reply reply = reply(write("a question", "a"), true);
      store(reply, Optional.of("an answer"));

      assertThat(replies.ofReplyMessages(List.of(reply.id(), reply.messageId())))
          .containsExactly(entry(reply.id(), reply));
    }

    @Test
    void addNothingToTheTranscriptWhereTheyAreSilent() {
      Message asked = write("a question", "a");

      assertThat(store(reply(asked, false), Optional.empty())).isTrue();

      assertThat(messages.after(conversation.id(), 0, 10)).containsExactly(asked);
      assertThat(replies.find(asked.id(), Reply.Purpose.ANSWER))
          .hasValueSatisfying(silent -> assertThat(silent.spoken()).isFalse());
    }
  }

  private Message write(String text, String clientId) {
    return append(patient(text, clientId, NOON)).orElseThrow();
  }

  private Optional<Message> append(NewMessage message) {
    return service.bean(Transactions.class).durable(() -> {
      service.bean(Subjects.class).lock(subject.id());
      return messages.append(subject, conversation, message);
    });
  }

  private boolean store(Reply reply, Optional<String> text) {
    return service
        .bean(Transactions.class)
        .durable(() -> replies.store(subject, conversation, reply, text));
  }

  private void durable(Runnable work) {
    service.bean(Transactions.class).durable(work);
  }

  private static NewMessage patient(String text, String clientId, Instant at) {
    return NewMessage.ofPatient(
        Ids.next(),
        text,
        Optional.of(new RepeatId.Client(clientId)),
        decision(Level.SELF_CARE, true),
        Message.PlannedReply.ANSWER,
        at);
  }

  private static Reply reply(Message to, boolean spoken) {
    return new Reply(
        Ids.next(),
        to.id(),
        Reply.Purpose.ANSWER,
        spoken,
        "answer",
        "extractive",
        Language.ENGLISH,
        "release",
        "pack",
        "{\"text\":\"an answer\"}",
        NOON);
  }

  private static TriageDecision decision(Level level, boolean read) {
    return new TriageDecision(level, List.of(), List.of(), read, false, "pack");
  }
}
