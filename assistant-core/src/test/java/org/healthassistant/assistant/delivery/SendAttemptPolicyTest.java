package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.connector.sms.SendOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendAttemptPolicyTest {

  private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final SendOutcome LATER = new SendOutcome.TryLater("connect-failed", null);

  @ParameterizedTest
  @EnumSource(SmsPurpose.class)
  void givesUpAfterADayButNeverOnEmergencyWording(SmsPurpose purpose) {
    Instant dayLater = THEN.plus(Duration.ofDays(1));
    SendAttemptPolicy.Decision decision =
        SendAttemptPolicy.decide(row(purpose, 900), LATER, dayLater);
    if (purpose == SmsPurpose.EMERGENCY) {
      assertThat(decision.again()).contains(dayLater.plusSeconds(60));
    } else {
      assertThat(decision)
          .isEqualTo(
              new SendAttemptPolicy.Decision(SendState.FAILED, "connect-failed", Optional.empty()));
    }
  }

  @Test
  void waitsAsLongAsTheGatewayAsksButAnHourAtMost() {
    SendOutcome asked = new SendOutcome.TryLater("http-429", Duration.ofMinutes(20));
    assertThat(SendAttemptPolicy.decide(row(SmsPurpose.ANSWER, 1), asked, THEN).again())
        .contains(THEN.plus(Duration.ofMinutes(20)));
    SendOutcome tooLong = new SendOutcome.TryLater("http-429", Duration.ofHours(20));
    assertThat(
            SendAttemptPolicy.decide(row(SmsPurpose.ANSWER, 1), tooLong, THEN).again())
        .contains(THEN.plus(Duration.ofHours(1)));
  }

  @Test
  void doesNotLetAGatewayHoldUpEmergencyWording() {
    SendOutcome asked = new SendOutcome.TryLater("http-429", Duration.ofHours(1));
    assertThat(
            SendAttemptPolicy.decide(row(SmsPurpose.EMERGENCY, 1), asked, THEN).again())
        .contains(THEN.plusSeconds(1));
  }

  @Test
  void leavesEmergencyWordingAtThatAfterThreeAttemptsThatMayHaveGoneOut() {
    SendOutcome lost = new SendOutcome.Unknown("timeout");
    for (int before = 0; before < 2; before++) {
      assertThat(SendAttemptPolicy.decide(row(SmsPurpose.EMERGENCY, 9, before), lost, THEN)
              .again())
          .as("%s before", before)
          .isPresent();
    }
    assertThat(SendAttemptPolicy.decide(row(SmsPurpose.EMERGENCY, 9, 2), lost, THEN))
        .isEqualTo(new SendAttemptPolicy.Decision(SendState.UNKNOWN, "timeout", Optional.empty()));
  }

  private static OutboxRow row(SmsPurpose purpose, int attempts) {
    return row(purpose, attempts, 0);
  }

  private static OutboxRow row(SmsPurpose purpose, int attempts, int unknowns) {
    return new OutboxRow(
        "t1",
        "m1",
        "c1",
        "s1",
        "hash",
        "+15559990000",
        purpose,
        SendState.SENDING,
        attempts,
        unknowns,
        new Sealed(new byte[0], "k1"),
        THEN);
  }
}
