package org.healthassistant.assistant.escalation;

import java.time.Instant;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Tasks;
import org.springframework.stereotype.Component;

/// Names and schedules the tasks of this room; each is run by the inner room that it is about.
///
/// The names are part of what is stored: a task that was scheduled under another name never runs.
@Component
public class EscalationTasks {

  /// Pages the next step of a round; runs under the round's [RoundId#key].
  public static final String PAGE_STEP = "page-escalation";

  /// Sends one page; runs under the page's key.
  public static final String SEND_PAGE = "send-page";

  /// Tells the patient what happens next; runs under the round's [RoundId#key].
  public static final String PATIENT_NOTICE = "tell-patient";

  private final Tasks tasks;

  EscalationTasks(Tasks tasks) {
    this.tasks = tasks;
  }

  /// Schedules the first step of an escalation's present round; for a `ROUTINE` matter, of which
  /// nobody is paged, the patient's notice. In the caller's transaction.
  public void beginRound(Escalation escalation, Instant at) {
    String task = escalation.level().atLeast(Level.SAME_DAY) ? PAGE_STEP : PATIENT_NOTICE;
    tasks.schedule(task, RoundId.of(escalation).key(), at);
  }

  /// Schedules the notice of an escalation's present round. In the caller's transaction; where it
  /// is scheduled already, nothing happens.
  public void noticePatient(Escalation escalation, Instant at) {
    tasks.schedule(PATIENT_NOTICE, RoundId.of(escalation).key(), at);
  }

  /// Schedules the sending of a page. In the caller's transaction.
  public void sendPage(String pageKey, Instant at) {
    tasks.schedule(SEND_PAGE, pageKey, at);
  }
}
