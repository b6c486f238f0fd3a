package org.healthassistant.assistant.workspace.dossier;

import java.time.Instant;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// What stands first of an escalation wherever it is shown: how urgent, who, what about, whose it
/// is, and how long it has waited.
///
/// @param level for shape and colour; the word stands beside it
/// @param owner the name of who has it, or that nobody has
public record EscalationHeadline(
    String id,
    Level level,
    String levelWord,
    String who,
    String categories,
    Escalation.State state,
    String stateWord,
    String owner,
    Waiting waiting,
    CallReason call) {

  /// The address of the escalation's page.
  public String href() {
    return "/workspace/escalations/" + id;
  }

  /// Whether it is still to be resolved.
  public boolean open() {
    return state != Escalation.State.RESOLVED;
  }

  /// Whether the time in which the patient expects an answer has passed without contact.
  public boolean late() {
    return waiting.late();
  }

  @Override
  public String toString() {
    return "EscalationHeadline[" + id + ", REDACTED]";
  }

  /// How long the patient has waited, as of now; the page counts on.
  ///
  /// @param since when the waiting began
  /// @param replyBy by when the patient was told to expect an answer
  /// @param waited how long it has waited, in words
  /// @param target how much is left or how late it is, in words
  public record Waiting(
      Instant since, Instant replyBy, String waited, String target, boolean late) {}

  /// Why somebody has to call.
  ///
  /// @param cannotText whether texts do not get through
  /// @param unsafe whether the patient said that calls or texts are not safe, which outweighs all
  ///     reasons
  /// @param unseenSince since when a reply is unseen for too long; null: none is
  /// @param unseenFor how long, in words; empty when none is
  public record CallReason(
      boolean cannotText, boolean unsafe, @Nullable Instant unseenSince, String unseenFor) {

    /// Whether there is any reason.
    public boolean any() {
      return !unsafe && (cannotText || unseenSince != null);
    }
  }
}
