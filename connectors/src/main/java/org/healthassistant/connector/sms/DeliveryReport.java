package org.healthassistant.connector.sms;

/// What a gateway tells about a text it took.
///
/// @param messageId our own key of the message
/// @param state how far it has come
/// @param code why it failed, a stable word such as `opted-out`; empty when it did not, or when
///     the gateway does not say
public record DeliveryReport(String messageId, DeliveryState state, String code) {
  /// A report without a reason.
  public DeliveryReport(String messageId, DeliveryState state) {
    this(messageId, state, "");
  }
}
