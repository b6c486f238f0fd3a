package org.healthassistant.connector.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Follows one stream to its first ending, whichever comes first: the model's, an error's or
/// ours.
///
/// A broken stream is reported by LangChain4j as an error and then also as complete, so only
/// the first counts; and a stream that simply stops is reported as complete without a finish
/// reason.
final class ReplyStream implements StreamingChatResponseHandler {
  /// Many times what an answer has. A server need not heed the limit of tokens that it is given.
  private static final int LONGEST = 16 * 1024;

  private final Predicate<String> goOn;
  private final CompletableFuture<ModelReply> ending = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable StreamingHandle handle;
  private boolean closed;

  ReplyStream(Predicate<String> goOn) {
    this.goOn = goOn;
  }

  /// Asks the model, and perhaps reads its whole stream, on this thread.
  void read(StreamingChatModel model, List<ChatMessage> messages) {
    try {
      model.chat(messages, this);
    } catch (RuntimeException e) {
      onError(e);
    }
  }

  /// Waits for the ending; after the budget or on an interrupt the stream is cancelled.
  ModelReply await(Duration budget) {
    try {
      return ending.get(budget.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return end("timeout");
    } catch (InterruptedException e) {
      ModelReply reply = end("interrupted");
      Thread.currentThread().interrupt();
      return reply;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the reader of the stream failed", e.getCause());
    }
  }

  @Override
  public synchronized void onPartialResponse(
      PartialResponse partial, PartialResponseContext context) {
    handle = context.streamingHandle();
    if (closed) {
      handle.cancel();
      return;
    }
    if (text.length() + partial.text().length() > LONGEST) {
      end("too-long");
      return;
    }
    text.append(partial.text());
    try {
      if (!goOn.test(partial.text())) {
        end(ModelReply.ENOUGH);
      }
    } catch (RuntimeException e) {
      close();
      ending.completeExceptionally(e);
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    FinishReason reason = response.metadata().finishReason();
    if (reason != FinishReason.STOP) {
      end(word(reason));
      return;
    }
    synchronized (this) {
      boolean blank = text.toString().isBlank();
      ending.complete(
          blank
              ? new ModelReply.Failed("empty")
              : new ModelReply.Finished(
                  text.toString(), usage(response.metadata().tokenUsage())));
      closed = true;
    }
  }

  @Override
  public void onError(Throwable error) {
    end(code(error));
  }

  /// Ends the stream short of its own end, unless it has ended already, and tells what became of
  /// it.
  private synchronized ModelReply end(String reason) {
    String written = text.toString();
    ending.complete(
        written.isBlank()
            ? new ModelReply.Failed(reason)
            : new ModelReply.CutShort(reason, written));
    close();
    return ending.join();
  }

  private synchronized void close() {
    closed = true;
    if (handle != null) {
      handle.cancel();
    }
  }

  private static String word(@Nullable FinishReason reason) {
    return switch (reason) {
      case LENGTH -> "length";
      case CONTENT_FILTER -> "content_filter";
      case TOOL_EXECUTION -> "tool_calls";
      case STOP, OTHER -> "other";
      case null -> "no-done";
    };
  }

  private static ModelReply.@Nullable Usage usage(@Nullable TokenUsage counted) {
    if (counted == null) {
      return null;
    }
    Integer input = counted.inputTokenCount();
    Integer output = counted.outputTokenCount();
    return input == null || output == null ? null : new ModelReply.Usage(input, output);
  }

  private static String code(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case HttpException http -> {
          return "http-" + http.statusCode();
        }
        case ConnectException refused -> {
          return "connect-failed";
        }
        case UnresolvedAddressException unresolved -> {
          return "connect-failed";
        }
        case SSLException untrusted -> {
          return "tls-failed";
        }
        case TimeoutException late -> {
          return "timeout";
        }
        case HttpTimeoutException late -> {
          return "timeout";
        }
        default -> {}
      }
    }
    return "no-done";
  }
}
