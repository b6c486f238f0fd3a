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

  /// Looks whether a taken-over conversation was forgotten; runs under the conversation's id.
  public static final String CHECK_TAKE_OVER = "check-take-over";

  private final Tasks tasks;
  private final TakeOverSettings takeOver;

  EscalationTasks(Tasks tasks, TakeOverSettings takeOver) {
    this.tasks = tasks;
    this.takeOver = takeOver;
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

  /// Schedules a look whether a taken-over conversation was forgotten, when it may be at the
  /// earliest. In the caller's transaction; where one is to come already, nothing happens.
  ///
  /// @param since when the patient wrote, or a person took the conversation over
  public void checkTakeOver(String conversationId, Instant since) {
    tasks.schedule(CHECK_TAKE_OVER, conversationId, since.plus(takeOver.handBackAfter()));
  }

  /// Schedules the sending of a page. In the caller's transaction.
  public void sendPage(String pageKey, Instant at) {
    tasks.schedule(SEND_PAGE, pageKey, at);
  }
}
