package org.healthassistant.assistant.escalation.watchdog;

import java.time.Instant;

/// Something that keeps an escalation from reaching a person, as the watchdog sees it. Holds
/// nothing of a patient.
///
/// @param detail which channel, for a dead one; else empty
/// @param count how many things are affected, at least 1
/// @param since when it was first seen
public record WatchdogFinding(Kind kind, String detail, int count, Instant since) {

  /// The stable word for it, such as `stalled-step` or `dead-channel/webhook`.
  public String code() {
    return detail.isEmpty() ? kind.word() : kind.word() + "/" + detail;
  }

  WatchdogFinding since(Instant first) {
    return new WatchdogFinding(kind, detail, count, first);
  }

  /// What the watchdog looks for.
  public enum Kind {
    /// An escalation waits for a person, and its next step is not scheduled or overdue.
    STALLED_STEP(
        "stalled-step",
        "WD-001",
        "an escalation's next step was lost or is late; missing ones were scheduled again, so look"
            + " at the escalations of the inbox now"),
    /// A page waits or is being sent for more than ten seconds.
    OLD_PAGE(
        "old-page", "WD-002", "pages do not get out; look at the inbox and call who is on duty"),
    /// A text waits or is being sent for more than ten seconds.
    OLD_TEXT("old-text", "WD-003", "texts do not get out; look at the gateway"),
    /// A task fails again and again, or whoever ran it died.
    BLOCKED_TASK("blocked-task", "WD-004", "scheduled work fails or is stuck; look at the log"),
    /// The last pages by a channel all failed.
    DEAD_CHANNEL("dead-channel", "WD-005", "pages by this channel fail; look at its other side"),
    /// The scheduler runs nothing, on any instance.
    SCHEDULER_STILL(
        "scheduler-still",
        "WD-006",
        "nobody is paged by itself; restart the service, watch the inbox"),
    /// The database does not answer the watchdog.
    DATABASE("database", "WD-007", "the database does not answer; nothing can be taken or paged"),
    /// The meaning of messages was not read, though it should have been, so an emergency that
    /// only the meaning tells may be among them.
    UNREAD_MEANING(
        "unread-meaning",
        "WD-008",
        "messages wait for their meaning to be read; look at the encoder and at the load"),
    /// Replies by text were held back, so somebody waits for one, or a machine does.
    HELD_TEXT(
        "held-text",
        "WD-012",
        "replies by text were held back; look in the log for DE-009, and at the limits of texts"),
    /// What was kept sealed could not be opened, on this instance within a day. What patients
    /// wrote after it went up a level.
    SPOILT_VALUE(
        "spoilt-value",
        "WD-013",
        "kept texts cannot be opened; look in the log for PT-012 and PT-013, and restore those"
            + " rows from a backup");

    private final String word;
    private final String logCode;
    private final String advice;

    Kind(String word, String logCode, String advice) {
      this.word = word;
      this.logCode = logCode;
      this.advice = advice;
    }

    /// The stable word of metrics and alerts.
    public String word() {
      return word;
    }

    String logCode() {
      return logCode;
    }

    String advice() {
      return advice;
    }
  }
}
