package org.healthassistant.assistant.conversation;

import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.MemoryStore;

class MemoryConversationsTest extends ConversationsContract {

  private final Conversations conversations =
      new MemoryConversations(clock, MemoryStore.transactions());

  @Override
  Conversations conversations() {
    return conversations;
  }

  @Override
  String subject() {
    return Ids.next();
  }
}
