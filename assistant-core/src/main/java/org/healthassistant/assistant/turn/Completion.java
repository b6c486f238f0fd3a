package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.NoVectorsException;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes the reply to a stored message: reads late vectors (**T2** raises), gathers evidence and
/// drafts outside of any transaction, and stores in **T3** what still holds then.
///
/// Called by one thread for a conversation at a time: [Corridor] holds the conversation's lease.
@Component
class Completion {

  private static final Duration LATE_VECTORS = Duration.ofSeconds(2);
  private static final Duration FOLLOW_UP = Duration.ofMinutes(30);
  private static final int FOLLOW_UP_MESSAGES = 3;
  private static final int DRAFTS = 3;

  /// So long the encoders may be too busy for a question before it is declined: a later answer is
  /// of more use than an early "I do not know", and that one than silence.
  private static final Duration TRIED_FOR = Duration.ofMinutes(1);

  private final Messages messages;
  private final Conversations conversations;
  private final Subjects subjects;
  private final Escalations escalations;
  private final Standings standings;
  private final MessageScreen screening;
  private final AnswerDesk answers;
  private final Composer composer;
  private final ReplyStore replies;
  private final Audit audit;
  private final RealClock clock;
  private final Transactions transactions;
  private final boolean answersEnabled;

  Completion(
      Messages messages,
      Conversations conversations,
      Subjects subjects,
      Escalations escalations,
      Standings standings,
      MessageScreen screening,
      AnswerDesk answers,
      Composer composer,
      ReplyStore replies,
      Audit audit,
      RealClock clock,
      Transactions transactions,
      @Value("${assistant.answers.enabled:true}") boolean answersEnabled) {
    this.messages = messages;
    this.conversations = conversations;
    this.subjects = subjects;
    this.escalations = escalations;
    this.standings = standings;
    this.screening = screening;
    this.answers = answers;
    this.composer = composer;
    this.replies = replies;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
    this.answersEnabled = answersEnabled;
  }

  /// Makes and stores the reply, or returns the one that is there.
  ///
  /// @param vectors those of the message, which may still be on their way
  Turn complete(String messageId, PendingVectors vectors, Duration budget) {
    Instant end = clock.instant().plus(budget);
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    if (message.lateVectors()) {
      message = readMeaning(message, vectors);
    }
    Subject subject = subjects.get(message.subjectId());
    for (int draft = 1; ; draft++) {
      Optional<Turn> there = replies.find(messageId);
      if (there.isPresent()) {
        return there.get();
      }
      Standing standing = standings.of(subject, message.conversationId());
      @Nullable
      Answer answer =
          answers(message, subject, standing, vectors, Duration.between(clock.instant(), end));
      boolean last = draft == DRAFTS;
      Optional<Turn> stored = store(message, subject, standing, answer, last);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
  }

  /// T2: where the meaning says more than the rules did, the level rises before the reply is made.
  private Message readMeaning(Message message, PendingVectors pending) {
    var windows = Vectors.windows(pending, LATE_VECTORS);
    if (windows.isEmpty()) {
      return message;
    }
    return transactions.durable(() -> {
      Subject subject = subjects.get(message.subjectId());
      subjects.lock(subject.id());
      TriageDecision before = message.decision().orElseThrow();
      TriageDecision after = screening.withMeaning(message, windows.get());
      messages.raise(subject, message.id(), after);
      Message raised = messages.find(message.id()).orElseThrow();
      if (after.level().compareTo(before.level()) > 0) {
        escalations.openOrRaise(subject, raised, after, false);
      }
      return raised;
    });
  }

  private @Nullable Answer answers(
      Message message, Subject subject, Standing standing, PendingVectors vectors, Duration left) {
    TriageDecision decision = message.decision().orElseThrow();
    if (decision.level() == Level.EMERGENCY
        || standing.takenOver()
        || standing.optedOut()
        || !answersEnabled
        || Composer.onlyHuman(decision)
        || message.text().length() > Admission.LONGEST) {
      return null;
    }
    List<String> earlier = messages
        .recentOfPatient(subject.id(), message.at().minus(FOLLOW_UP), FOLLOW_UP_MESSAGES + 1)
        .stream()
        .filter(m -> m.seq() < message.seq() && m.conversationId().equals(message.conversationId()))
        .map(Message::text)
        .toList();
    Question question = new Question(
        subject,
        message.text(),
        standing.language(),
        vectors.question(LATE_VECTORS),
        standing.recordMayBeTold(),
        standing.level(decision) != Level.EMERGENCY,
        earlier,
        left);
    try {
      return answers.answer(question);
    } catch (NoVectorsException busy) {
      if (clock.instant().isBefore(message.at().plus(TRIED_FOR))) {
        throw busy;
      }
      return answers.decline(question);
    }
  }

  /// T3: stores the reply if what it rests on is still so; empty: it must be made anew.
  private Optional<Turn> store(
      Message message,
      Subject subject,
      Standing before,
      @Nullable Answer answer,
      boolean lastDraft) {
    return transactions.durable(() -> {
      subjects.lock(subject.id());
      Optional<Turn> there = replies.find(message.id());
      if (there.isPresent()) {
        return there;
      }
      Standing now = standings.of(subject, message.conversationId());
      if (!now.equals(before) && !lastDraft) {
        return Optional.empty();
      }
      @Nullable Answer kept = now.equals(before) ? answer : null;
      Turn turn = compose(message, now, kept);
      Conversation conversation = conversations.get(message.conversationId());
      String replyId = turn.replyId() == null ? Ids.next() : turn.replyId();
      replies.store(subject, conversation, replyId, turn, purpose(message));
      if (kept != null) {
        disclose(subject, message, kept.disclosures());
      }
      return Optional.of(turn);
    });
  }

  private Turn compose(Message message, Standing standing, @Nullable Answer answer) {
    TriageDecision decision = message.decision().orElseThrow();
    boolean silent =
        (standing.takenOver() || standing.optedOut()) && !decision.level().atLeast(Level.SAME_DAY);
    return composer.turn(
        message,
        Ids.next(),
        decision,
        standing.open(),
        silent ? List.of() : composer.safety(decision, standing.open(), standing.language()),
        answer,
        silent ? List.of() : instead(message, standing, decision, answer),
        standing.language());
  }

  /// What is said where there is no answer and the safety sentences do not say it all.
  private List<String> instead(
      Message message, Standing standing, TriageDecision decision, @Nullable Answer answer) {
    if (answer != null
        || standing.takenOver()
        || decision.level() == Level.EMERGENCY
        || Composer.onlyHuman(decision)) {
      return List.of();
    }
    if (!answersEnabled) {
      return List.of(composer.own("answers.off", standing.language()));
    }
    return message.text().length() > Admission.LONGEST
        ? List.of(composer.own("too-long", standing.language()))
        : List.of();
  }

  private void disclose(Subject subject, Message message, List<Disclosure> disclosures) {
    for (Disclosure disclosure : disclosures) {
      audit.append(
          Audit.Actor.ASSISTANT,
          "disclosure",
          Optional.of(subject.id()),
          new Audit.ObjectRef("record", disclosure.resource()),
          disclosure.purpose() + " " + message.id());
    }
  }

  private static SmsPurpose purpose(Message message) {
    return message.decision().orElseThrow().level() == Level.EMERGENCY
        ? SmsPurpose.EMERGENCY
        : SmsPurpose.ANSWER;
  }
}
