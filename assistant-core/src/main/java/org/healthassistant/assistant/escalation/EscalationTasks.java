package org.healthassistant.assistant.escalation;

/// The names of the scheduled tasks of this room, as they stand in the scheduler's table.
///
/// They are part of what is stored: a task that was scheduled under another name is never run.
public final class EscalationTasks {

  /// Pages the next step of a round; runs under the round's [RoundId#key].
  public static final String PAGE_STEP = "page-escalation";

  /// Sends one page; runs under the page's key.
  public static final String SEND_PAGE = "send-page";

  /// Tells the patient what happens next; runs under the round's [RoundId#key].
  public static final String PATIENT_NOTICE = "tell-patient";

  private EscalationTasks() {}
}
