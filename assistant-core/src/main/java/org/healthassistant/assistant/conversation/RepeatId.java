package org.healthassistant.assistant.conversation;

/// What a sender repeats when it sends a message again.
public sealed interface RepeatId {

  /// By web: the client's own id of the message, unique in its conversation.
  record Client(String id) implements RepeatId {}

  /// By SMS: the gateway's id of the message, unique for that gateway.
  record Provider(String gateway, String id) implements RepeatId {}
}
