package org.healthassistant.assistant.answer.desk;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;

/// A reply as a language model streams it, told to the handler that waits for it.
final class StreamedReply {

  private StreamedReply() {}

  /// Sends a text in one piece and ends the reply with it, for a reason.
  static void finish(StreamingChatResponseHandler handler, String text, FinishReason reason) {
    piece(handler, text);
    handler.onCompleteResponse(ChatResponse.builder()
        .aiMessage(AiMessage.from(text))
        .metadata(ChatResponseMetadata.builder().finishReason(reason).build())
        .build());
  }

  /// Sends a piece of the reply, which goes on.
  static void piece(StreamingChatResponseHandler handler, String text) {
    handler.onPartialResponse(
        new PartialResponse(text), new PartialResponseContext(new NotCancelled()));
  }

  /// A stream that nobody cancels.
  private static final class NotCancelled implements StreamingHandle {
    @Override
    public void cancel() {
      // nothing runs
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
