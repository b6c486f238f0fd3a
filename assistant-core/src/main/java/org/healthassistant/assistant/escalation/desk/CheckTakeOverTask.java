package org.healthassistant.assistant.escalation.desk;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.TakeOverSettings;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Gives a conversation back to the assistant that a person has taken over and left: the patient
/// wrote, and for some time nobody answered or did anything else about it.
///
/// While a person has the conversation the assistant is silent in it, so a nurse who goes home
/// without handing it back would leave the patient talking to nobody. For example, taken over
/// at 10:00, "thank you, should I eat?" at 10:30, a call at 11:00 that reached nobody: with
/// four hours it is handed back at 15:00.
@Component
class CheckTakeOverTask implements TaskHandler {

  private static final String SYSTEM = "system";
  private static final String PATIENT = "patient";

  private final EscalationLedger ledger;
  private final Escalations escalations;
  private final Conversations conversations;
  private final Messages messages;
  private final TakeOverSettings settings;
  private final Audit audit;

  CheckTakeOverTask(
      EscalationLedger ledger,
      Escalations escalations,
      Conversations conversations,
      Messages messages,
      TakeOverSettings settings,
      Audit audit) {
    this.ledger = ledger;
    this.escalations = escalations;
    this.conversations = conversations;
    this.messages = messages;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public String name() {
    return EscalationTasks.CHECK_TAKE_OVER;
  }

  @Override
  public Next run(String conversationId) {
    return conversations
        .find(conversationId)
        .flatMap(conversation ->
            ledger.changeOpen(conversation.subjectId(), open -> check(open, conversationId)))
        .orElseGet(Next.Done::new);
  }

  private Next check(EscalationLedger.Open open, String conversationId) {
    Conversation conversation = conversations.get(conversationId);
    Optional<Instant> waiting = messages.waitingSince(conversationId);
    if (conversation.takenOverBy().isEmpty() || waiting.isEmpty()) {
      return new Next.Done();
    }
    Instant due = later(waiting.get(), lastAct(open.now())).plus(settings.handBackAfter());
    if (open.at().isBefore(due)) {
      return new Next.Again(due);
    }
    conversations.takeOver(conversationId, null);
    open.record(EscalationEntry.bySystem(EventKind.HANDED_BACK).detail("unanswered"));
    audit.append(
        Audit.Actor.SYSTEM,
        "escalation-" + EventKind.HANDED_BACK.code(),
        Optional.of(conversation.subjectId()),
        new Audit.ObjectRef("escalation", open.now().id()),
        "unanswered");
    return new Next.Done();
  }

  /// When a person last did anything about the escalation.
  private Instant lastAct(Escalation escalation) {
    return escalations.history(escalation.id()).stream()
        .filter(event -> !event.actor().equals(SYSTEM) && !event.actor().equals(PATIENT))
        .map(event -> event.at())
        .reduce(Instant.EPOCH, CheckTakeOverTask::later);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
