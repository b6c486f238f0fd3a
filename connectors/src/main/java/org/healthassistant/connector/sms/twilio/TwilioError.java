package org.healthassistant.connector.sms.twilio;

import java.util.Set;

/// What Twilio's error codes mean for us; from its list at
/// https://www.twilio.com/docs/api/errors.
final class TwilioError {

  /// Queues are full or rates exceeded: nothing was sent, and later it may be.
  private static final Set<String> PASSING = Set.of("30001", "21611", "14107", "20429");

  private TwilioError() {}

  /// Whether trying again later may help.
  static boolean passes(String code) {
    return PASSING.contains(code);
  }

  /// A stable word for the code; `twilio-…` with the code itself where it has none of its own.
  static String word(String code) {
    return switch (code) {
      case "21610" -> "opted-out";
      case "21211", "21614", "21217" -> "number-unusable";
      case "30003" -> "unreachable";
      case "30005" -> "number-unknown";
      case "30006" -> "landline";
      case "30004" -> "blocked";
      case "30007" -> "filtered";
      case "30032", "30034" -> "not-registered";
      case "21602" -> "empty";
      case "21617" -> "too-long";
      default -> "twilio-" + code.replaceAll("[^0-9A-Za-z]", "");
    };
  }

  /// One sentence for the operator.
  static String reason(String code) {
    return switch (word(code)) {
      case "opted-out" -> "The receiver has told Twilio to send no more texts.";
      case "number-unusable", "number-unknown", "landline" ->
        "The receiver's number cannot take texts.";
      case "unreachable" -> "The receiver's phone cannot be reached.";
      case "blocked", "filtered" ->
        "The text was blocked on its way; look at what is sent and how the number is registered.";
      case "not-registered" -> "Our number is not registered for sending texts.";
      case "empty", "too-long" -> "The text is empty or longer than Twilio takes.";
      default -> "Twilio refused the text with its code " + code.replaceAll("[^0-9A-Za-z]", "");
    };
  }
}
