package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.MessageWindows;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.embed.Window;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.jspecify.annotations.Nullable;

/// The vectors of a message that are being taken. Both questions may be asked again later: what
/// was not ready then may be ready now. Safe from any thread.
public final class PendingVectors {

  private final String text;
  private final Encoders encoders;
  private final List<CompletableFuture<WindowEmbedding>> each;
  private final CompletableFuture<List<WindowEmbedding>> windows;
  private @Nullable CompletableFuture<QuestionVectors> question;

  PendingVectors(
      String text,
      Encoders encoders,
      List<CompletableFuture<WindowEmbedding>> each,
      CompletableFuture<List<WindowEmbedding>> windows) {
    this.text = text;
    this.encoders = encoders;
    this.each = each;
    this.windows = windows;
  }

  /// Begins with the windows, for which the screen waits; the question's vectors are begun when
  /// it is known that the message will be answered. Never throws: an encoder that cannot even
  /// begin gives vectors that have [#failed].
  static PendingVectors begin(String text, Encoders encoders) {
    try {
      List<CompletableFuture<WindowEmbedding>> each = beginWindows(text, encoders);
      return new PendingVectors(text, encoders, each, all(each));
    } catch (RuntimeException broken) {
      return new PendingVectors(text, encoders, List.of(), CompletableFuture.failedFuture(broken));
    }
  }

  private static List<CompletableFuture<WindowEmbedding>> beginWindows(
      String text, Encoders encoders) {
    Encoder bilingual = encoders.bilingual();
    List<Window> cut = MessageWindows.of(text, bilingual);
    List<CompletableFuture<WindowEmbedding>> each = new ArrayList<>();
    for (Window window : cut) {
      each.add(bilingual
          .encode(window.text(), Priority.LIVE)
          .thenApply(vector -> new WindowEmbedding(window.start(), window.end(), vector)));
    }
    return List.copyOf(each);
  }

  /// Begins to take the question's vectors and returns at once; a second call does nothing. A
  /// message of one window gives its bilingual vector to the question too.
  public void beginQuestion() {
    begunQuestion();
  }

  /// The vectors of the message's windows, in order; empty when they did not come in time or
  /// could not be taken. A blank message has no window: then the list is empty and there at
  /// once.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<List<WindowEmbedding>> windows(Duration atMost) {
    return await(windows, atMost);
  }

  /// Whether the windows' vectors could not be taken: waiting longer gives none, they have to be
  /// begun anew.
  public boolean failed() {
    return windows.isCompletedExceptionally();
  }

  /// The vectors of the whole message as a question; empty when they did not come in time or
  /// could not be taken. Begins to take them where that has not begun.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<QuestionVectors> question(Duration atMost) {
    return await(begunQuestion(), atMost);
  }

  private synchronized CompletableFuture<QuestionVectors> begunQuestion() {
    @Nullable CompletableFuture<QuestionVectors> begun = question;
    if (begun == null) {
      begun = beginWhole();
      question = begun;
    }
    return begun;
  }

  private CompletableFuture<QuestionVectors> beginWhole() {
    try {
      CompletableFuture<float[]> whole = each.size() == 1
          ? each.getFirst().thenApply(WindowEmbedding::vector)
          : encoders.bilingual().encode(text, Priority.LIVE);
      return encoders
          .english()
          .encode(text, Priority.LIVE)
          .thenCombine(whole, QuestionVectors::new);
    } catch (RuntimeException broken) {
      return CompletableFuture.failedFuture(broken);
    }
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
