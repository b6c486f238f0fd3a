package org.healthassistant.assistant.escalation.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Tells the patient what happens next, once in each round: in a message of its own, after the
/// reply, and only what is true. Scheduled when a channel has accepted a page, and for a
/// `ROUTINE` matter at once; also when nobody could be alerted, which is told once before. Says
/// nothing when a person talks with the patient already.
@Component
class PatientNoticeTask implements TaskHandler {

  /// So long the reply to the message may take; then the notice waits for it no more.
  private static final Duration REPLY_TIME = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final EscalationLedger ledger;
  private final NoticeText notices;
  private final NoticeSender sender;
  private final Conversations conversations;
  private final Replies replies;
  private final RealClock clock;

  PatientNoticeTask(
      EscalationLedger ledger,
      NoticeText notices,
      NoticeSender sender,
      Conversations conversations,
      Replies replies,
      RealClock clock) {
    this.ledger = ledger;
    this.notices = notices;
    this.sender = sender;
    this.conversations = conversations;
    this.replies = replies;
    this.clock = clock;
  }

  @Override
  public String name() {
    return EscalationTasks.PATIENT_NOTICE;
  }

  @Override
  public Next run(String roundKey) {
    Optional<Escalation> found = ledger.find(RoundId.parse(roundKey));
    if (found.isEmpty()) {
      return new Next.Done();
    }
    if (isBeingReplied(found.get())) {
      return new Next.Again(clock.instant().plus(LOOK_AGAIN));
    }
    runNow(roundKey);
    return new Next.Done();
  }

  /// Tells what there is to tell, whether or not a reply is still being made.
  void runNow(String roundKey) {
    ledger.changeRound(RoundId.parse(roundKey), open -> {
      if (isDue(open)) {
        tell(open);
      }
      return open.now();
    });
  }

  private boolean isBeingReplied(Escalation escalation) {
    Instant now = clock.instant();
    boolean fresh =
        !now.isBefore(escalation.levelAt()) && now.isBefore(escalation.levelAt().plus(REPLY_TIME));
    return fresh && replies.find(escalation.messageId(), Reply.Purpose.ANSWER).isEmpty();
  }

  private boolean isDue(EscalationLedger.Open open) {
    Escalation escalation = open.now();
    return escalation.state() != Escalation.State.RESOLVED
        && escalation.contactedAt().isEmpty()
        && conversations.get(escalation.conversationId()).takenOverBy().isEmpty()
        && !open.wasPatientTold(true);
  }

  private void tell(EscalationLedger.Open open) {
    Escalation escalation = open.now();
    Conversation conversation = conversations.get(escalation.conversationId());
    Optional<String> text = notices.compose(escalation, conversation.language(), open.at());
    boolean alert = isAlert(escalation);
    if (text.isEmpty() || open.wasPatientTold(alert)) {
      return;
    }
    String messageId = sender.send(conversation, text.get(), open.at());
    open.note(EscalationEntry.bySystem(EventKind.PATIENT_TOLD)
        .message(messageId)
        .detail("round " + escalation.round() + (alert ? "" : " unreached"))
        .round(escalation.round())
        .reached(alert));
  }

  private boolean isAlert(Escalation escalation) {
    return !escalation.level().atLeast(Level.SAME_DAY) || notices.tellsOfAnAlert(escalation);
  }
}
