package org.healthassistant.assistant.delivery;

import java.util.EnumSet;
import java.util.Set;

/// A text that somebody must know of because it did not get through: emergency wording, or what a
/// provider wrote.
///
/// It is told by a task of the name [#TASK], under the id of the text, that is scheduled in the
/// transaction that stores the loss: whoever is told can neither miss it nor be told of what was
/// rolled back.
///
/// @param code the gateway's or our own code for it; empty: none
public record LostText(String messageId, String subjectId, SendState state, String code) {

  /// Tells of a lost text; handled by the room that looks after the patient.
  public static final String TASK = "lost-text";

  private static final Set<SendState> LOST =
      EnumSet.of(SendState.FAILED, SendState.SUPPRESSED, SendState.UNKNOWN);

  static boolean isLost(SmsPurpose purpose, SendState state) {
    return LOST.contains(state)
        && switch (purpose) {
          case EMERGENCY, PROVIDER -> true;
          case ANSWER, URGENT, RAISE, NOTICE, KEYWORD, REFUSAL, OPT_OUT_CONFIRMATION -> false;
        };
  }
}
