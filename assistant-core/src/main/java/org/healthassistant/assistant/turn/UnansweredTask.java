package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.asking.SymptomQuestions;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.springframework.stereotype.Component;

/// A question that nobody answered goes up by its protocol's own level, the way of whatever is
/// read late (**T2**), and the patient is told. That nobody answered whether the person is safe
/// is told to the care team alone: what is written to a phone then may put the person in danger.
/// Does nothing where it was answered meanwhile.
@Component
class UnansweredTask implements TaskHandler {

  private final SymptomQuestions questions;
  private final Messages messages;
  private final Subjects subjects;
  private final LateMeaning lateMeaning;
  private final Completion completion;
  private final Escalations escalations;
  private final Transactions transactions;
  private final RealClock clock;

  UnansweredTask(
      SymptomQuestions questions,
      Messages messages,
      Subjects subjects,
      LateMeaning lateMeaning,
      Completion completion,
      Escalations escalations,
      Transactions transactions,
      RealClock clock) {
    this.questions = questions;
    this.messages = messages;
    this.subjects = subjects;
    this.lateMeaning = lateMeaning;
    this.completion = completion;
    this.escalations = escalations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return SymptomQuestions.UNANSWERED_TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  @Override
  public Next run(String messageId) {
    Instant now = clock.instant();
    try {
      Optional<Message> message = messages.find(messageId);
      Optional<Instant> due =
          message.map(asked -> asked.at().plus(SymptomQuestions.ANSWERED_WITHIN));
      if (due.filter(now::isBefore).isPresent()) {
        return new Next.Again(due.get());
      }
      message.ifPresent(asked -> giveUp(asked, now));
    } catch (KeyDestroyedException erased) {
      // Nobody is left who could be helped by it.
    }
    return new Next.Done();
  }

  private void giveUp(Message asked, Instant now) {
    transactions.durable(() -> {
      Subject subject = subjects.get(asked.subjectId());
      subjects.lock(subject.id());
      questions.giveUp(subject, asked, now).ifPresent(reason -> {
        Message raised = lateMeaning.raise(asked.id(), reason);
        completion.tellUnanswered(raised);
        if (SymptomProtocols.isAnswerIfSafe(reason.rule())) {
          escalations.unanswered(raised);
        }
      });
    });
  }
}
