package org.healthassistant.connector.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.healthassistant.connector.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors that Twilio's own library is tested with, and one computed apart.
class RequestSignatureTest {
  private static final String PAGE = "https://mycompany.com/myapp.php";
  private static final String QUERY = PAGE + "?foo=1&bar=2";
  private static final String SIGNED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final String CALL = form(
      "Digits", "1234",
      "CallSid", "CA1234567890ABCDE",
      "To", "+18005551212",
      "Caller", "+14158675309",
      "From", "+14158675309");
  private static final String SMS =
      "ToCountry=US&ToState=DC&SmsMessageSid=SMe287d7109a5a925f182f0e07fe5b223b&NumMedia=0"
          + "&Body=I+feel+dizzy&From=%2B14133881111&To=%2B12028831111"
          + "&MessageSid=SMe287d7109a5a925f182f0e07fe5b223b&AccountSid=acctid&NumSegments=1"
          + "&ApiVersion=2010-04-01";

  private final RequestSignature signature = new RequestSignature(new Secret("12345"));

  static Stream<Arguments> vectors() {
    return Stream.of(
        Arguments.of(QUERY, CALL, SIGNED),
        Arguments.of(QUERY, CALL, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        Arguments.of("https://mycompany.com:443/myapp.php?foo=1&bar=2", CALL, SIGNED),
        Arguments.of(
            "http://mycompany.com/myapp.php?foo=1&bar=2", CALL, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        Arguments.of(QUERY, "", "zYQTYrRWXE7LtzbG4PfP7/bkkGo="),
        Arguments.of(PAGE, CALL, "1xaxFBvyzXYvWplzNOSs28HWO94="),
        Arguments.of(
            PAGE + "?bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
            "",
            "y77kIzt2vzLz71DgmJGsen2scGs="),
        Arguments.of(
            QUERY,
            form(
                "Message", "Hello & goodbye! @#$%^*()",
                "From", "+1 (415) 867-5309",
                "Special", "unicode: ñáéíóú"),
            "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="),
        Arguments.of(
            QUERY,
            form("callSid", "lowercase", "CallSid", "uppercase", "CALLSID", "allcaps"),
            "jDK7WKT8wiNrwggd4ceTv4e1MJ4="),
        Arguments.of(
            QUERY,
            form("Digits", "", "CallSid", "CA1234567890ABCDE", "EmptyParam", ""),
            "9HHp/OqQMEwdrVebHDdA/+tqjX8="),
        Arguments.of(
            "https://example.com/sms/twilio/inbound", SMS, "8gvoA4fi3yS7I3nPv+5gv/fbpzs="));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void provesWhatTwilioSigned(String url, String form, String signed) {
    assertThat(signature.proves(URI.create(url), TwilioForm.of(form), signed)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void provesNothingUnderAnotherTokenOrWithAFieldMore(String url, String form, String signed) {
    var other = new RequestSignature(new Secret("12346"));
    assertThat(other.proves(URI.create(url), TwilioForm.of(form), signed)).isFalse();
    assertThat(signature.proves(URI.create(url), TwilioForm.of(form + "&New=1"), signed))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mycompany.com/myapp.php?foo=1&bar=3",
        "https://mycompany.com:8443/myapp.php?foo=1&bar=2",
        "http://mycompany.com/myapp.php?foo=1&bar=2",
        "https://othercompany.com/myapp.php?foo=1&bar=2"
      })
  void provesNoOtherAddress(String url) {
    assertThat(signature.proves(URI.create(url), TwilioForm.of(CALL), SIGNED)).isFalse();
  }

  @Test
  void provesNothingWithoutASignatureOrWithAnotherOne() {
    assertThat(signature.proves(URI.create(QUERY), TwilioForm.of(CALL), null)).isFalse();
    assertThat(signature.proves(URI.create(QUERY), TwilioForm.of(CALL), "")).isFalse();
    assertThat(signature.proves(
            URI.create(QUERY), TwilioForm.of(CALL), SIGNED.toLowerCase(Locale.ROOT)))
        .isFalse();
  }

  @Test
  void provesNoFormThatRepeatsAName() {
    TwilioForm repeated = TwilioForm.of("a=1&a=2");
    String everyValue = "eLb+ysS6w5yJN/hH56i+/k3xZTI=";
    assertThat(repeated.repeats()).isTrue();
    assertThat(signature.proves(URI.create(PAGE), repeated, everyValue)).isFalse();
  }

  private static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
