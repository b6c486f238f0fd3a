package org.healthassistant.connector.sms;

import java.time.Instant;

/// A text that came in.
///
/// @param gateway the name of the gateway it came by
/// @param providerMessageId the gateway's id, the same if it delivers the text again
/// @param from the sender as the gateway wrote it, with a `+` where it is a full number
/// @param to our number it was sent to, likewise
/// @param text may be empty
/// @param at when the gateway received it
/// @param pictures how many pictures or other files came with it, of which nothing is read
public record InboundSms(
    String gateway,
    String providerMessageId,
    String from,
    String to,
    String text,
    Instant at,
    int pictures) {

  /// A text without pictures.
  public InboundSms(
      String gateway, String providerMessageId, String from, String to, String text, Instant at) {
    this(gateway, providerMessageId, from, to, text, at, 0);
  }

  /// Checks that it can be told apart and answered.
  public InboundSms {
    if (gateway.isBlank() || providerMessageId.isBlank() || from.isBlank()) {
      throw new IllegalArgumentException("an inbound text needs a gateway, an id and a sender");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
