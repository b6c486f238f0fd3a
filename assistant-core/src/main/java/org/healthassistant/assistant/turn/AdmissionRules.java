package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.turn.limits.Pace;
import org.springframework.stereotype.Component;

/// Decides whether a message is refused. Asked only of messages that were screened, meaning
/// included, and are below `SAME_DAY`: nothing urgent is refused, and nothing unread.
///
/// All refusals of a message that can be read are decided here, the first one that holds. What is
/// never read at all (empty, or beyond [Corridor#UNREADABLE_BYTES]) does not come as far as this.
@Component
class AdmissionRules {

  private final Consents consents;
  private final Caregivers caregivers;

  AdmissionRules(Consents consents, Caregivers caregivers) {
    this.consents = consents;
    this.caregivers = caregivers;
  }

  /// The refusal, or empty.
  ///
  /// @param pace how fast the sender writes, as its message was counted at the door
  Optional<Accepted.Refused> refusal(Inbound inbound, String subjectId, Pace pace) {
    boolean asksToBeAnswered = !(inbound instanceof Inbound.Note);
    if (asksToBeAnswered && inbound.text().length() > ReplyPlan.LONGEST_ANSWERED) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty()));
    }
    if (inbound.needsChatConsent()
        && (!consents.granted(subjectId, Purpose.CHAT) || !mayWrite(inbound, subjectId))) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.NO_CONSENT, Optional.empty()));
    }
    return switch (pace) {
      case Pace.Allowed allowed -> Optional.empty();
      case Pace.TooFast tooFast -> tooFast(tooFast.retryAfter());
      case Pace.Unread unread -> tooFast(unread.retryAfter());
    };
  }

  private boolean mayWrite(Inbound inbound, String subjectId) {
    return inbound
        .actingFor()
        .map(person -> caregivers.mayAct(subjectId, person))
        .orElse(true);
  }

  private static Optional<Accepted.Refused> tooFast(Duration wait) {
    return Optional.of(new Accepted.Refused(Accepted.Reason.TOO_FAST, Optional.of(wait)));
  }
}
