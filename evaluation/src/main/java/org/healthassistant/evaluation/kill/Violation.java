package org.healthassistant.evaluation.kill;

/// What can be wrong with a message after the kills.
enum Violation {
  /// The sender was told of success and it is not there.
  LOST("lost", true),
  /// It stands in the transcript more than once.
  TWICE("stored twice", true),
  /// The service refused it for good, though nothing was wrong with it.
  REFUSED("refused", true),
  /// It is stored without a decision.
  NO_DECISION("without decision", true),
  /// It is an emergency and was not decided as one.
  NOT_EMERGENCY("emergency not seen", true),
  /// It is an emergency and no open escalation of that level covers its sender.
  NOT_ESCALATED("emergency not escalated", true),
  /// Its escalation was never paged for.
  NOT_PAGED("emergency not paged", true),
  /// It is stored without a reply.
  NO_REPLY("without reply", true),
  /// It has more than one reply.
  REPLY_TWICE("replied twice", true),
  /// It is an emergency and its reply is not the emergency wording.
  NO_WORDING("without emergency wording", true),
  /// It is an emergency by SMS and no text went out.
  NO_TEXT("emergency without text", true),
  /// Something was left half-way that nothing will finish: an urgent escalation that nobody was
  /// notified of, a page or a text that is neither sent nor given up.
  UNFINISHED("left half-way", true),
  /// It is ordinary, by SMS, and no text went out: a send cut off half-way is not tried again.
  TEXT_UNSURE("ordinary texts unsent", false),
  /// It is ordinary, by SMS, and its text went out more than once.
  TEXT_TWICE("ordinary texts twice", false);

  private final String label;
  private final boolean fails;

  Violation(String label, boolean fails) {
    this.label = label;
    this.fails = fails;
  }

  /// Its name in tables.
  String label() {
    return label;
  }

  /// Whether one of it fails the run; the others are counted only.
  boolean fails() {
    return fails;
  }
}
