package org.healthassistant.connector.sms.twilio;

import java.time.Instant;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.healthassistant.connector.sms.InboundSms;

/// Reads the requests that Twilio makes. Fields that are not named here are passed over: Twilio
/// adds some without notice.
public final class TwilioInbound {
  private TwilioInbound() {}

  /// Reads a text: `MessageSid`, `From`, `To` and `Body`, which is missing where only a picture
  /// was sent; `NumMedia`, how many came, of which only the number is read.
  ///
  /// @param now the time of the text, since Twilio tells none
  /// @throws IllegalArgumentException if id or sender is missing; holds no value
  public static InboundSms text(TwilioForm form, Instant now) {
    return new InboundSms(
        TwilioGateway.NAME,
        required(form, "MessageSid"),
        required(form, "From"),
        form.value("To"),
        form.value("Body"),
        now,
        pictures(form.value("NumMedia")));
  }

  /// Reads a delivery report: `MessageStatus`, with `ErrorCode` where the text failed.
  ///
  /// @param query of the call, which holds our own id of the message as `id`
  /// @throws IllegalArgumentException if the id is missing or the status is none of Twilio's
  public static DeliveryReport report(TwilioForm query, TwilioForm form) {
    DeliveryState state = switch (required(form, "MessageStatus")) {
      case "accepted", "scheduled", "queued", "sending" -> DeliveryState.QUEUED;
      case "sent" -> DeliveryState.SENT;
      case "delivered", "read" -> DeliveryState.DELIVERED;
      case "undelivered", "failed", "canceled" -> DeliveryState.FAILED;
      default -> throw new IllegalArgumentException("field 'MessageStatus' has an unknown value");
    };
    String code = form.value("ErrorCode");
    boolean says = state == DeliveryState.FAILED && !code.isBlank() && !code.equals("0");
    return new DeliveryReport(required(query, "id"), state, says ? TwilioError.word(code) : "");
  }

  /// What is no number counts as one picture: better named once too often than passed over.
  private static int pictures(String number) {
    String digits = number.strip();
    if (digits.isEmpty()) {
      return 0;
    }
    return digits.length() <= 3 && digits.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(digits)
        : 1;
  }

  private static String required(TwilioForm form, String name) {
    String value = form.value(name).strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("field '" + name + "' is missing");
    }
    return value;
  }
}
