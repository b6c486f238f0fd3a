package org.healthassistant.assistant.delivery;

/// What became of a text, published after the state is durable.
///
/// @param code the gateway's or our own code for it; empty when all is well
public record DeliveryChanged(
    String messageId,
    String conversationId,
    String subjectId,
    SmsPurpose purpose,
    SendState state,
    String code) {}
