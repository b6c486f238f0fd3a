package org.healthassistant.connector.sms;

/// Sends texts by one provider.
public interface SmsGateway {
  /// The provider's short name, such as `kannel`; part of the key under which its messages are
  /// known.
  String name();

  /// Hands one text to the gateway and says what became of it. Blocks, so it is called on a
  /// virtual thread.
  ///
  /// Never throws for what a gateway or network may do; acceptance is not delivery.
  SendOutcome send(OutgoingSms sms);
}
