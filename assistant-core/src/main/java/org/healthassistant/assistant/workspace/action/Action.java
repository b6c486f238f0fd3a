package org.healthassistant.assistant.workspace.action;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.conversation.VisibleText;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// What a provider does with an escalation, as asked for. Each checks itself and throws
/// [Refusal].
public sealed interface Action {

  record Acknowledge() implements Action {}

  record TakeOver() implements Action {}

  record HandBack() implements Action {}

  /// Calls and texts to the patient are safe again.
  record ContactSafe() implements Action {}

  /// @param to the id of a member of the care team
  record Assign(String to) implements Action {
    /// @throws Refusal if it is blank or too long
    public Assign {
      required("to", to, 64);
    }
  }

  /// @param text what the patient is to read
  record Reply(String text) implements Action {
    /// @throws Refusal if it is blank or too long
    public Reply {
      required("text", text, 4_000);
    }

    @Override
    public String toString() {
      return "Reply[REDACTED]";
    }
  }

  /// @param text for the team alone
  record Note(String text) implements Action {
    /// @throws Refusal if it is blank or too long
    public Note {
      required("text", text, 4_000);
    }

    @Override
    public String toString() {
      return "Note[REDACTED]";
    }
  }

  /// @param how a code: `call`, `visit`, `video`, …
  /// @param reached whether the patient was reached
  record Contact(String how, Boolean reached) implements Action {
    private static final int LONGEST = 32;

    /// @throws Refusal if a member is missing or not one of its choices
    public Contact {
      required("how", how, LONGEST);
      if (!how.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'))) {
        throw new Refusal(
            ProblemCode.INVALID_MEMBER, "'how' is a code such as call, visit or video");
      }
      if (reached == null) {
        throw Refusal.missing("reached");
      }
    }
  }

  /// @param level `ROUTINE` or above
  /// @param reason the clinician's
  record SetLevel(String level, String reason) implements Action {
    /// @throws Refusal if a member is missing or not one of its choices
    public SetLevel {
      required("level", level, 16);
      required("reason", reason, 2_000);
      if (Arrays.stream(Level.values())
          .noneMatch(l -> l.name().equals(level) && l.atLeast(Level.ROUTINE))) {
        throw new Refusal(
            ProblemCode.INVALID_MEMBER,
            "'level' is EMERGENCY, SAME_DAY or ROUTINE; less than ROUTINE is to resolve it");
      }
    }

    Level to() {
      return Level.valueOf(level);
    }

    @Override
    public String toString() {
      return "SetLevel[" + level + ", REDACTED]";
    }
  }

  /// @param alertRight whether the alert was right, in the provider's judgement; null: not said
  record Resolve(
      String outcome,
      @Nullable Boolean alertRight,
      @Nullable String note) implements Action {
    static final Set<String> OUTCOMES =
        Set.of("advised", "seen", "sent-to-emergency", "unreachable", "no-action");

    /// @throws Refusal if a member is missing or not one of its choices
    public Resolve {
      required("outcome", outcome, 24);
      if (!OUTCOMES.contains(outcome)) {
        throw new Refusal(
            ProblemCode.INVALID_MEMBER,
            "'outcome' is advised, seen, sent-to-emergency, unreachable or no-action");
      }
      if (note != null && VisibleText.isMissing(note)) {
        note = null;
      }
      if (note != null) {
        required("note", note, 4_000);
      }
    }

    Optional<String> noteText() {
      return Optional.ofNullable(note);
    }

    @Override
    public String toString() {
      return "Resolve[" + outcome + ", REDACTED]";
    }
  }

  private static void required(String member, @Nullable String value, int longest) {
    if (value == null || VisibleText.isMissing(value)) {
      throw Refusal.missing(member);
    }
    if (value.length() > longest) {
      throw new Refusal(
          ProblemCode.INVALID_MEMBER, "'" + member + "' has at most " + longest + " characters");
    }
  }
}
