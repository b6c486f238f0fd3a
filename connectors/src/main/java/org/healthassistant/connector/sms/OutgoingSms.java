package org.healthassistant.connector.sms;

/// A text to send.
///
/// @param id our own key of the message, which delivery reports come back with
/// @param from the number or short code it is sent from; empty for the gateway's own
/// @param to the receiver, E.164 with `+`
/// @param text not blank; longer than one segment is fine, the gateway joins them
public record OutgoingSms(String id, String from, String to, String text) {
  /// Checks that nothing needed is blank.
  public OutgoingSms {
    if (id.isBlank() || to.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a text needs an id, a receiver and words");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
