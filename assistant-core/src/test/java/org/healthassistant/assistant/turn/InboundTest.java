package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration BUDGET = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource({"false, SELF_CARE", "true, ROUTINE"})
  void asksForTheInboxByTheButtonOnly(boolean button, Level level) {
    assertThat(web(button).atLeast()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"NONE, SELF_CARE", "STOP, SELF_CARE", "START, SELF_CARE", "HELP, ROUTINE"})
  void takesHelpForARequestThatCanWait(Keyword keyword, Level level) {
    assertThat(sms(keyword).atLeast()).isEqualTo(level);
  }

  @Test
  void leavesAWebReplyToItsRequestUntilTheBudgetIsOver() {
    assertThat(web(false).replyDue(NOON, BUDGET)).isEqualTo(NOON.plus(BUDGET));
    assertThat(sms(Keyword.NONE).replyDue(NOON, BUDGET)).isEqualTo(NOON);
  }

  @Test
  void needsConsentByWebAndTheNumbersWillBySms() {
    assertThat(web(false).needsChatConsent()).isTrue();
    assertThat(sms(Keyword.NONE).needsChatConsent()).isFalse();
  }

  @Test
  void readsKeywordsBySmsAndRepresentativesByWeb() {
    assertThat(web(false).keyword()).isEqualTo(Keyword.NONE);
    assertThat(web(false).actingFor()).contains("daughter");
    assertThat(sms(Keyword.STOP).keyword()).isEqualTo(Keyword.STOP);
    assertThat(sms(Keyword.STOP).actingFor()).isEmpty();
    assertThat(sms(Keyword.STOP).asksForPerson()).isFalse();
  }

  @Test
  void keepsTextAndNumberOutOfItsPrintedForm() {
    assertThat(web(false).toString()).doesNotContain("my knee").doesNotContain("dana");
    assertThat(sms(Keyword.NONE).toString()).doesNotContain("my knee").doesNotContain("555");
  }

  private static Inbound web(boolean button) {
    return new Inbound.Web(
        "dana", Optional.of("daughter"), "conversation", "my knee", Optional.empty(), button);
  }

  private static Inbound sms(Keyword keyword) {
    return new Inbound.Sms("demo", "id", "+12025550101", "+12025550100", "my knee", NOON, keyword);
  }
}
