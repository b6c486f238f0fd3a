package org.healthassistant.assistant.workspace.action;

import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.team.Role;

/// Who may do what: nurses and physicians act on patients; an administrator sees what waits,
/// gives it to somebody and leaves notes, and alone reads exported words.
public final class Clinicians {

  private Clinicians() {}

  /// Whether the caller is a nurse or a physician.
  public static boolean includes(Caller caller) {
    return caller.roles().contains(Role.NURSE) || caller.roles().contains(Role.PHYSICIAN);
  }

  /// Whether the caller is an administrator, whatever else.
  public static boolean administers(Caller caller) {
    return caller.roles().contains(Role.ADMIN);
  }

  /// @throws Refusal if only a clinician may do that
  static void check(Caller caller, Action action) {
    boolean allowed = switch (action) {
      case Action.Assign assign -> true;
      case Action.Note note -> true;
      case Action.Acknowledge acknowledge -> includes(caller);
      case Action.TakeOver takeOver -> includes(caller);
      case Action.HandBack handBack -> includes(caller);
      case Action.ContactSafe safe -> includes(caller);
      case Action.Reply reply -> includes(caller);
      case Action.Contact contact -> includes(caller);
      case Action.SetLevel level -> includes(caller);
      case Action.Resolve resolve -> includes(caller);
    };
    if (!allowed) {
      throw new Refusal(
          ProblemCode.CLINICIANS_ONLY, "only a nurse or a physician may do this; assign it to one");
    }
  }
}
