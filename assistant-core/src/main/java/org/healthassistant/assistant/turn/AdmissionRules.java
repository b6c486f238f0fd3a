package org.healthassistant.assistant.turn;

import java.util.Optional;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.turn.limits.MessageRateLimiter;
import org.springframework.stereotype.Component;

/// Decides whether a message is refused. Asked only of messages that were screened, meaning
/// included, and are below `SAME_DAY`: nothing urgent is refused, and nothing unread.
///
/// All refusals of a message that can be read are decided here, the first one that holds: too
/// long, no consent, too fast. What is never read at all (empty, or beyond
/// [Corridor#UNREADABLE_BYTES]) does not come as far as this.
@Component
class AdmissionRules {

  private final Consents consents;
  private final MessageRateLimiter rate;

  AdmissionRules(Consents consents, MessageRateLimiter rate) {
    this.consents = consents;
    this.rate = rate;
  }

  /// The refusal, or empty. Counts the message for the rate where nothing else refuses it.
  Optional<Accepted.Refused> refusal(Inbound inbound, String subjectId) {
    if (inbound.text().length() > ReplyPlan.LONGEST_ANSWERED) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty()));
    }
    if (inbound.needsChatConsent() && !consents.granted(subjectId, Purpose.CHAT)) {
      return Optional.of(new Accepted.Refused(Accepted.Reason.NO_CONSENT, Optional.empty()));
    }
    return rate.tooFast(subjectId)
        .map(wait -> new Accepted.Refused(Accepted.Reason.TOO_FAST, Optional.of(wait)));
  }
}
