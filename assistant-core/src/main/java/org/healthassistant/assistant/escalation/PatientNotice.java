package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Tells the patient what happens next, once in each round: in a message of its own, after the
/// reply, and only what is true. Scheduled when a channel has accepted a page, and for a
/// `ROUTINE` matter at once; also when nobody could be alerted, which is told once before. Says
/// nothing when a person talks with the patient already.
@Component
class PatientNotice implements TaskHandler {

  private static final String TOLD = "patient-told";

  /// So long the reply to the message may take; then the notice waits for it no more.
  private static final Duration REPLY_TIME = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final EscalationRows rows;
  private final EscalationHistory history;
  private final Escalations escalations;
  private final NoticeText notices;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final Replies replies;
  private final Outbox outbox;
  private final RealClock clock;
  private final Transactions transactions;

  PatientNotice(
      EscalationRows rows,
      EscalationHistory history,
      Escalations escalations,
      NoticeText notices,
      Subjects subjects,
      Conversations conversations,
      Messages messages,
      Replies replies,
      Outbox outbox,
      RealClock clock,
      Transactions transactions) {
    this.rows = rows;
    this.history = history;
    this.escalations = escalations;
    this.notices = notices;
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.replies = replies;
    this.outbox = outbox;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return EscalationTasks.PATIENT_NOTICE;
  }

  @Override
  public Next run(String taskId) {
    Optional<Escalation> found = ofRound(taskId);
    if (found.isEmpty()) {
      return new Next.Done();
    }
    if (isBeingReplied(found.get())) {
      return new Next.Again(clock.instant().plus(LOOK_AGAIN));
    }
    runNow(taskId);
    return new Next.Done();
  }

  /// Tells what there is to tell, whether or not a reply is still being made.
  void runNow(String taskId) {
    ofRound(taskId)
        .ifPresent(found -> transactions.durable(() -> {
          subjects.lock(found.subjectId());
          ofRound(taskId).filter(this::isDue).ifPresent(this::tell);
        }));
  }

  private Optional<Escalation> ofRound(String taskId) {
    return Pager.ofRound(taskId, rows);
  }

  private boolean isBeingReplied(Escalation escalation) {
    Instant now = clock.instant();
    boolean fresh =
        !now.isBefore(escalation.levelAt()) && now.isBefore(escalation.levelAt().plus(REPLY_TIME));
    return fresh && replies.find(escalation.messageId(), Reply.Purpose.ANSWER).isEmpty();
  }

  private boolean isDue(Escalation escalation) {
    return escalation.state() != Escalation.State.RESOLVED
        && escalation.contactedAt().isEmpty()
        && conversations.get(escalation.conversationId()).takenOverBy().isEmpty()
        && !wasGiven(escalation, history);
  }

  /// Whether the patient was told in this round.
  static boolean wasGiven(Escalation escalation, EscalationHistory history) {
    return history.has(escalation.id(), TOLD, round(escalation));
  }

  private void tell(Escalation escalation) {
    Conversation conversation = conversations.get(escalation.conversationId());
    Instant now = clock.instant();
    Optional<String> text = notices.of(escalation, conversation.language(), now);
    String what = round(escalation) + (isAlert(escalation) ? "" : " unreached");
    if (text.isEmpty() || history.has(escalation.id(), TOLD, what)) {
      return;
    }
    Subject subject = subjects.get(escalation.subjectId());
    String id = Ids.next();
    messages.append(subject, conversation, NewMessage.ofAssistant(id, text.get(), now));
    if (conversation.channel() == Channel.SMS) {
      outbox.enqueue(subject, conversation, id, SmsPurpose.NOTICE, SmsContent.of(text.get()));
    }
    history.add(escalation, EscalationHistory.entry(TOLD, "system").message(id).detail(what));
    escalations.changed();
  }

  private boolean isAlert(Escalation escalation) {
    return !escalation.level().atLeast(Level.SAME_DAY) || notices.tellsOfAnAlert(escalation);
  }

  private static String round(Escalation escalation) {
    return "round " + escalation.round();
  }
}
