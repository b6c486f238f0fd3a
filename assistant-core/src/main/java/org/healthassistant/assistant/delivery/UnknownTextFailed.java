package org.healthassistant.assistant.delivery;

/// A gateway reports that a text was not delivered which is none of the outbox: whoever sent it
/// by the gateway itself may know the id. Said within the process, outside of any transaction.
///
/// @param id under which it was handed to the gateway
/// @param code the carrier's, or `reported-failed`
public record UnknownTextFailed(String id, String code) {}
