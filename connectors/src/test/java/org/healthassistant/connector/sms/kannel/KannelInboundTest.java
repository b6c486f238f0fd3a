package org.healthassistant.connector.sms.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.healthassistant.connector.sms.InboundSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KannelInboundTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void readsATextAsKannelSendsIt() {
    InboundSms sms = KannelInbound.text(
        "from=15551230001&to=15559990000&text=I+feel+dizzy%2C+what+now%3F&id=u-1"
            + "&ts=1790000000&smsc=FAKE&charset=UTF-8&coding=0&udh=",
        NOW);
    assertThat(sms)
        .isEqualTo(new InboundSms(
            "kannel",
            "u-1",
            "+15551230001",
            "+15559990000",
            "I feel dizzy, what now?",
            Instant.ofEpochSecond(1790000000)));
    assertThat(sms).hasToString("[REDACTED]");
  }

  @Test
  void readsSpanishAndEmojiAsUtf8() {
    assertThat(text("text=%C2%BFMe+duele+el+pecho%3F+%F0%9F%98%9F&charset=UTF-8&coding=0"))
        .isEqualTo("¿Me duele el pecho? 😟");
  }

  @Test
  void readsUtf16ThatWasNotRecoded() {
    assertThat(text("text=%00%BF%00M%00e%D8%3D%DE%1F&charset=UTF-16BE")).isEqualTo("¿Me😟");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GSM", "no such set", "windows-nonsense"})
  void readsAnUnknownCharacterSetAsUtf8(String charset) {
    assertThat(text("text=%C3%B1&charset=" + charset.replace(' ', '+'))).isEqualTo("ñ");
  }

  @ParameterizedTest
  @CsvSource({
    "%2B15551230001, +15551230001",
    "+15551230001, +15551230001",
    "15551230001, +15551230001",
    "12345, 12345",
    "CLINIC, CLINIC"
  })
  void readsNumbersWithAndWithoutPlus(String written, String number) {
    assertThat(KannelInbound.text("id=1&from=" + written, NOW).from()).isEqualTo(number);
  }

  @Test
  void takesNowWhereNoTimeIsGivenAndAnEmptyTextAsEmpty() {
    InboundSms sms = KannelInbound.text("id=1&from=12345&ts=yesterday&text=", NOW);
    assertThat(sms.at()).isEqualTo(NOW);
    assertThat(sms.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"id=1, from", "from=1, id", "'id=1&from=+', from"})
  void namesAMissingParameter(String query, String missing) {
    assertThatThrownBy(() -> KannelInbound.text(query, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + missing + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id=1&from=%", "id=1&from=%4", "id=1&from=%zz"})
  void refusesABrokenEncoding(String query) {
    assertThatThrownBy(() -> KannelInbound.text(query, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the query string has a broken percent-encoding");
  }

  @ParameterizedTest
  @CsvSource({"1, DELIVERED", "2, FAILED", "4, QUEUED", "8, SENT", "16, FAILED"})
  void readsAReport(String type, DeliveryState state) {
    assertThat(KannelInbound.report(Map.of("id", "m-1", "type", type)))
        .isEqualTo(new DeliveryReport("m-1", state));
  }

  @Test
  void refusesAnUnknownReport() {
    assertThatThrownBy(() -> KannelInbound.report(Map.of("id", "m-1", "type", "3")))
        .hasMessageContaining("'type'");
    assertThatThrownBy(() -> KannelInbound.report(Map.of("type", "1")))
        .hasMessageContaining("'id'");
  }

  private static String text(String query) {
    return KannelInbound.text("id=1&from=15551230001&" + query, NOW).text();
  }
}
