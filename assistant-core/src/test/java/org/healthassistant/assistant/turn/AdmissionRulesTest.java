package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.patient.MemoryConsents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.MemoryCaregivers;
import org.healthassistant.assistant.turn.Accepted.Reason;
import org.healthassistant.assistant.turn.Accepted.Refused;
import org.healthassistant.assistant.turn.limits.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final MemoryConsents consents = new MemoryConsents();
  private final MemoryCaregivers caregivers = new MemoryCaregivers();
  private final AdmissionRules rules = new AdmissionRules(consents, caregivers);

  @Test
  void refusesACaregiverWhomThePatientHasNotLetAct() {
    consents.decide("subject", Purpose.CHAT, true);
    Inbound message =
        new Inbound.Web("p", Optional.of("daughter"), "c", "Hello", Optional.empty(), false);

    assertThat(rules.refusal(message, "subject", new Pace.Allowed()).map(Refused::reason))
        .contains(Reason.NO_CONSENT);

    caregivers.letAct("daughter");
    assertThat(rules.refusal(message, "subject", new Pace.Allowed())).isEmpty();
  }

  /// Length of the message, channel, consent `chat`, and the reason; none: it is taken.
  @ParameterizedTest
  @CsvSource({
    "4001, web, true,  TOO_LONG",
    "4001, sms, false, TOO_LONG",
    "4001, web, false, TOO_LONG",
    "4000, web, false, NO_CONSENT",
    "4000, web, true,",
    "4000, sms, false,",
  })
  void refusesByTheFirstRuleThatHolds(int length, String channel, boolean consent, Reason reason) {
    consents.decide("subject", Purpose.CHAT, consent);

    assertThat(rules
            .refusal(message(channel, length), "subject", new Pace.Allowed())
            .map(Refused::reason))
        .isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void saysAfterHowLongItMayBeTriedAgain() {
    Duration wait = Duration.ofSeconds(30);

    assertThat(rules.refusal(message("sms", 10), "subject", new Pace.TooFast(wait)))
        .contains(new Refused(Reason.TOO_FAST, Optional.of(wait)));
  }

  private static Inbound message(String channel, int length) {
    String text = "a".repeat(length);
    return channel.equals("web")
        ? new Inbound.Web("dana", Optional.empty(), "id", text, Optional.empty(), false)
        : new Inbound.Sms("demo", "id", "+1", "+2", text, NOON, Inbound.Keyword.NONE);
  }
}
