package org.healthassistant.connector.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.healthassistant.connector.sms.InboundSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioInboundTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void readsATextAsTwilioSendsIt() {
    var form = TwilioForm.of(
        "ToCountry=US&SmsMessageSid=SM1&NumMedia=0&ToCity=&FromZip=01022&SmsStatus=received"
            + "&Body=%C2%BFMe+duele+el+pecho%3F+%F0%9F%98%9F&To=%2B12028831111&MessageSid=SM1"
            + "&From=%2B14133881111&ApiVersion=2010-04-01&Unheard-Of=1");
    assertThat(TwilioInbound.text(form, NOW))
        .isEqualTo(new InboundSms(
            "twilio", "SM1", "+14133881111", "+12028831111", "¿Me duele el pecho? 😟", NOW));
    assertThat(form).hasToString("[REDACTED]");
    assertThat(form.fields().getFirst()).hasToString("[REDACTED]");
  }

  @Test
  void readsAPictureWithoutWordsAsAnEmptyText() {
    var form = TwilioForm.of("MessageSid=MM1&From=%2B14133881111&To=12345&NumMedia=1");
    assertThat(TwilioInbound.text(form, NOW).text()).isEmpty();
    assertThat(TwilioInbound.text(form, NOW).pictures()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"MessageSid=SM1, From", "From=%2B1, MessageSid", "MessageSid=+&From=%2B1, MessageSid"
  })
  void namesAMissingField(String form, String missing) {
    assertThatThrownBy(() -> TwilioInbound.text(TwilioForm.of(form), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field '" + missing + "' is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "%zz=1"})
  void refusesABrokenEncodingWithoutRepeatingIt(String form) {
    assertThatThrownBy(() -> TwilioForm.of(form))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the form has a broken percent-encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, QUEUED",
    "scheduled, QUEUED",
    "queued, QUEUED",
    "sending, QUEUED",
    "sent, SENT",
    "delivered, DELIVERED",
    "read, DELIVERED",
    "undelivered, FAILED",
    "failed, FAILED",
    "canceled, FAILED"
  })
  void readsAReportUnderOurOwnId(String status, DeliveryState state) {
    assertThat(report("id=m+1", "MessageSid=SM1&MessageStatus=" + status))
        .isEqualTo(new DeliveryReport("m 1", state));
  }

  @ParameterizedTest
  @CsvSource({"30003, unreachable", "21610, opted-out", "30008, twilio-30008", "0, ''", "'', ''"})
  void saysWhyATextFailed(String code, String word) {
    assertThat(report("id=m", "MessageStatus=undelivered&ErrorCode=" + code))
        .isEqualTo(new DeliveryReport("m", DeliveryState.FAILED, word));
  }

  @Test
  void refusesAReportWithoutIdOrOfAnUnknownStatus() {
    assertThatThrownBy(() -> report("", "MessageStatus=sent")).hasMessageContaining("'id'");
    assertThatThrownBy(() -> report("id=m", "MessageStatus=lost"))
        .hasMessageContaining("'MessageStatus'")
        .hasMessageNotContaining("lost");
  }

  private static DeliveryReport report(String query, String form) {
    return TwilioInbound.report(TwilioForm.of(query), TwilioForm.of(form));
  }
}
