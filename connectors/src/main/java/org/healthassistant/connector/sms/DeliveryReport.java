package org.healthassistant.connector.sms;

/// What a gateway tells about a text it took.
///
/// @param messageId our own key of the message
/// @param state how far it has come
public record DeliveryReport(String messageId, DeliveryState state) {}
