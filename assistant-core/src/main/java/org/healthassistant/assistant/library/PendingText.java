package org.healthassistant.assistant.library;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.text.Capitals;
import org.jspecify.annotations.Nullable;

/// What is being found out about a message: what its parts mean, and its vectors as a question.
/// Both may be asked again later: what was not ready then may be ready now. Safe from any thread.
public final class PendingText {

  private final String text;
  private final Encoders encoders;
  private final CompletableFuture<List<TextReading>> readings;
  private @Nullable CompletableFuture<QuestionVectors> question;

  PendingText(String text, Encoders encoders, CompletableFuture<List<TextReading>> readings) {
    this.text = text;
    this.encoders = encoders;
    this.readings = readings;
  }

  /// Begins with the parts, for which the screen waits; the question's vectors are begun when it
  /// is known that the message will be answered. Never throws: a classifier that cannot even
  /// begin gives readings that have [#failed].
  static PendingText begin(
      String text,
      List<String> parts,
      Set<String> whole,
      Encoders encoders,
      MeaningClassifier classifier) {
    try {
      return new PendingText(text, encoders, classifier.read(parts, whole));
    } catch (RuntimeException broken) {
      return new PendingText(text, encoders, CompletableFuture.failedFuture(broken));
    }
  }

  /// Begins to take the question's vectors and returns at once; a second call does nothing.
  public void beginQuestion() {
    begunQuestion();
  }

  /// The readings of the message's parts, in order; empty when they did not come in time or could
  /// not be taken. A message without parts has them at once.
  ///
  /// @param atMost how long to wait; zero or less only looks
  public Optional<List<TextReading>> readings(Duration atMost) {
    return await(readings, atMost);
  }

  /// Whether the readings could not be taken: waiting longer gives none, they have to be begun
  /// anew.
  public boolean failed() {
    return readings.isCompletedExceptionally();
  }

  /// The vectors of the whole message as a question, whatever its capitals; empty when they did
  /// not come in time or could not be taken. Begins to take them where that has not begun.
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
    String asked = Capitals.lowered(text);
    try {
      return encoders
          .english()
          .encode(asked, Priority.LIVE)
          .thenCombine(encoders.bilingual().encode(asked, Priority.LIVE), QuestionVectors::new);
    } catch (RuntimeException broken) {
      return CompletableFuture.failedFuture(broken);
    }
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
