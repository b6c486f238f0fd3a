package org.healthassistant.assistant.turn.screening;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Message;

/// Where a message of a patient stands, so that the screen knows which earlier messages belong to
/// it.
///
/// @param subjectId whose it is
/// @param conversationId in which conversation; empty: by SMS, where all texts of a patient are
///     one
public record MessagePlace(String subjectId, Optional<String> conversationId) {

  /// The place of what is written in a conversation.
  public static MessagePlace in(Conversation conversation) {
    return of(conversation.subjectId(), conversation.channel(), conversation.id());
  }

  /// The place of a stored message.
  static MessagePlace of(Message message) {
    return of(message.subjectId(), message.channel(), message.conversationId());
  }

  private static MessagePlace of(String subjectId, Channel channel, String conversationId) {
    return new MessagePlace(
        subjectId, channel == Channel.SMS ? Optional.empty() : Optional.of(conversationId));
  }

  /// Whether a stored message of the same patient stands there too.
  boolean holds(Message message) {
    return conversationId.equals(of(message).conversationId());
  }
}
