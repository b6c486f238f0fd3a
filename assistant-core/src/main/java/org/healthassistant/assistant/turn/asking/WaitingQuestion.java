package org.healthassistant.assistant.turn.asking;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;

/// Knows whether a question that waits is put once more, after the answer to something else.
public final class WaitingQuestion {

  private static final int LOOK_AHEAD = 12;

  private final Messages messages;

  /// @param messages of all conversations
  public WaitingQuestion(Messages messages) {
    this.messages = messages;
  }

  /// The question that waits, where a message is the first that the patient wrote since it was
  /// put and is about something else. Empty after later ones: it is not asked a third time. Never
  /// the question whether the person is safe, which somebody else may be reading.
  ///
  /// @param asked how the questions of the conversation stand
  public Optional<Asked> after(Message message, Optional<Asked> asked) {
    return asked
        .filter(Asked::isOpen)
        .filter(open -> !open.messageId().equals(message.id()) && !SafeQuestion.isIt(asked))
        .filter(open -> messages
            .find(open.messageId())
            .flatMap(before ->
                messages.after(message.conversationId(), before.seq(), LOOK_AHEAD).stream()
                    .filter(one -> one.author() == Author.PATIENT)
                    .findFirst())
            .filter(first -> first.id().equals(message.id()))
            .isPresent());
  }
}
