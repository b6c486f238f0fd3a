package org.healthassistant.connector.model;

import dev.langchain4j.model.chat.StreamingChatModel;

/// Makes chat models.
public final class ChatModels {
  private ChatModels() {}

  /// A streaming model on a server that speaks the OpenAI-compatible protocol; opens no connection
  /// yet.
  ///
  /// Its callbacks run on virtual threads. It has no memory and no tools, and logs neither requests
  /// nor replies.
  public static StreamingChatModel openAiCompatible(ModelSettings settings) {
    throw new UnsupportedOperationException();
  }
}
