package org.healthassistant.connector.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a language model wrote, and whether it came to its own end.
public sealed interface ModelReply {
  /// The reason of a stream that the reader wanted no more of.
  String ENOUGH = "enough";

  /// The model stopped by itself (`stop`) and the stream was complete.
  ///
  /// @param text all of it, not blank
  /// @param usage null if the server does not count
  record Finished(String text, @Nullable Usage usage) implements ModelReply {
    @Override
    public String toString() {
      return "Finished[REDACTED]";
    }
  }

  /// Something was written, but not to its end: it must not be shown as complete advice.
  ///
  /// @param reason `length`, `content_filter`, `no-done` (the stream broke off), `timeout`,
  ///     `too-long` (it wrote without end; the stream was cancelled), [#ENOUGH], or another word
  ///     of the server
  /// @param text what came until then
  record CutShort(String reason, String text) implements ModelReply {
    @Override
    public String toString() {
      return "CutShort[reason=" + reason + ", text=[REDACTED]]";
    }
  }

  /// Nothing was written.
  ///
  /// @param code a stable word for logs: `http-401` and the like, `connect-failed`, `tls-failed`,
  ///     `empty`, or a reason as in [CutShort]
  record Failed(String code) implements ModelReply {}

  /// Tokens that the server counted.
  ///
  /// @param inputTokens of the prompt
  /// @param outputTokens of the reply
  record Usage(int inputTokens, int outputTokens) {}

  /// Has the model write a reply and waits for its end. Called on a virtual thread.
  ///
  /// @param budget how long to wait in all; then the stream is cancelled
  /// @param goOn gets each piece of text as it comes, one at a time, on another thread, nothing
  ///     after the return; where it says no the stream is cancelled and ends with [#ENOUGH]
  /// @throws IllegalStateException if `goOn` threw; the stream is cancelled then
  static ModelReply write(
      StreamingChatModel model,
      List<ChatMessage> messages,
      Duration budget,
      Predicate<String> goOn) {
    var stream = new ReplyStream(goOn);
    // LangChain4j reads the stream on the calling thread if the server answers fast enough.
    Thread reader = Thread.ofVirtual().start(() -> stream.read(model, messages));
    try {
      return stream.await(budget);
    } finally {
      reader.interrupt();
    }
  }
}
