package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.knowledge.QuestionVectors;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Lane;
import org.healthassistant.knowledge.embed.MessageWindows;
import org.healthassistant.knowledge.embed.Window;

/// The vectors of a message that are being taken. Both questions may be asked again later: what was
/// not ready then may be ready now.
public final class PendingVectors {

  private final CompletableFuture<List<WindowEmbedding>> windows;
  private final CompletableFuture<QuestionVectors> question;

  private PendingVectors(
      CompletableFuture<List<WindowEmbedding>> windows,
      CompletableFuture<QuestionVectors> question) {
    this.windows = windows;
    this.question = question;
  }

  /// The windows come first: the screen waits for them. A message of one window gives its bilingual
  /// vector to the question too.
  static PendingVectors begin(String text, Encoders encoders) {
    Encoder bilingual = encoders.bilingual();
    List<Window> cut = MessageWindows.of(text, bilingual);
    List<CompletableFuture<WindowEmbedding>> each = new ArrayList<>();
    for (Window window : cut) {
      each.add(bilingual
          .encode(window.text(), Lane.LIVE)
          .thenApply(vector -> new WindowEmbedding(window.start(), window.end(), vector)));
    }
    CompletableFuture<float[]> whole = each.size() == 1
        ? each.getFirst().thenApply(WindowEmbedding::vector)
        : bilingual.encode(text, Lane.LIVE);
    CompletableFuture<QuestionVectors> question =
        encoders.english().encode(text, Lane.LIVE).thenCombine(whole, QuestionVectors::new);
    return new PendingVectors(all(each), question);
  }

  /// The vectors of the message's windows, in order; empty when they did not come in time or could
  /// not be taken. A blank message has no window: then the list is empty and there at once.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<List<WindowEmbedding>> windows(Duration atMost) {
    return await(windows, atMost);
  }

  /// The vectors of the whole message as a question; empty when they did not come in time or could
  /// not be taken.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<QuestionVectors> question(Duration atMost) {
    return await(question, atMost);
  }

  private static CompletableFuture<List<WindowEmbedding>> all(
      List<CompletableFuture<WindowEmbedding>> each) {
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
        .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
  }

  private static <T> Optional<T> await(CompletableFuture<T> future, Duration atMost) {
    try {
      return Optional.of(future.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
