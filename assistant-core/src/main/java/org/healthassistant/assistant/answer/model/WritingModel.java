package org.healthassistant.assistant.answer.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.InstantSource;

/// A language model that may write.
///
/// @param name its name
/// @param local whether it runs in your own house: no `external-model` consent is needed
/// @param circuit whether it can be asked now
public record WritingModel(
    String name, boolean local, StreamingChatModel chat, ModelCircuit circuit) {

  /// A model whose circuit is closed.
  ///
  /// @param clock by which a broken model rests
  public static WritingModel of(
      String name, boolean local, StreamingChatModel chat, InstantSource clock) {
    return new WritingModel(name, local, chat, new ModelCircuit(clock));
  }

  @Override
  public String toString() {
    return "WritingModel[" + name + "]";
  }
}
