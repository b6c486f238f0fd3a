package org.healthassistant.assistant.turn.screening;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.FirstCopies;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Screens a patient's last messages once more when the first copy of the record comes, also
/// after their replies: it can only raise. What was raised is told by the task that makes
/// replies.
@Component
public class LateRecords implements FirstCopies, TaskHandler {

  private static final String TASK = "late-record";
  private static final Duration LAST = Duration.ofHours(48);
  private static final int MOST = 20;

  private final Messages messages;
  private final LateMeaning screening;
  private final Subjects subjects;
  private final Tasks tasks;
  private final Transactions transactions;
  private final RealClock clock;

  LateRecords(
      Messages messages,
      LateMeaning screening,
      Subjects subjects,
      Tasks tasks,
      Transactions transactions,
      RealClock clock) {
    this.messages = messages;
    this.screening = screening;
    this.subjects = subjects;
    this.tasks = tasks;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void came(Subject subject) {
    Instant now = clock.instant();
    if (!messages.recentOfPatient(subject.id(), now.minus(LAST), now, 1).isEmpty()) {
      tasks.schedule(TASK, subject.id(), now);
    }
  }

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGH;
  }

  @Override
  public Next run(String subjectId) {
    Instant now = clock.instant();
    for (Message message : messages.recentOfPatient(subjectId, now.minus(LAST), now, MOST)) {
      if (message.decision().isPresent()) {
        transactions.durable(() -> screen(message));
      }
    }
    return new Next.Done();
  }

  private void screen(Message message) {
    subjects.lock(message.subjectId());
    Level before = message.decision().orElseThrow().level();
    Message after = screening.withRecord(message);
    if (after.decision().orElseThrow().level().compareTo(before) > 0) {
      tasks.schedule(LateMeaning.REPLY_TASK, message.id(), clock.instant());
    }
  }
}
