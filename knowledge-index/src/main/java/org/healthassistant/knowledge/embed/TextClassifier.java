package org.healthassistant.knowledge.embed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// A fine-tuned model that reads a text and gives probabilities of levels and of categories. It
/// shares the pool of the [Encoders] that opened it, and goes before all others there. Safe for
/// use by many threads.
public final class TextClassifier {

  /// The most ids of a batch, filling included: more takes memory and is no faster.
  private static final int BATCH = 768;

  /// How much longer the longest text of a batch may be than its shortest.
  private static final double STRETCH = 1.25;

  private final String name;
  private final ClassifierCard.Input input;
  private final List<String> levels;
  private final List<String> categories;
  private final TokenCounter tokenizer;
  private final ClassifierModel model;
  private final PriorityExecutor pool;

  /// Opens the model at once.
  ///
  /// @throws IllegalArgumentException if a file is not what it should be
  TextClassifier(ClassifierFiles files, PriorityExecutor pool) {
    this.name = files.name();
    this.input = files.card().reading();
    this.levels = files.card().labels(ClassifierCard.LEVELS);
    this.categories = files.card().labels(ClassifierCard.CATEGORIES);
    this.tokenizer = TokenCounter.of("classifier " + name, files.tokenizer());
    this.model = ClassifierModel.of(files);
    this.pool = pool;
  }

  /// The model's name and the beginning of its file's SHA-256.
  public String name() {
    return name;
  }

  /// The levels it knows, in the order of its answers.
  public List<String> levels() {
    return levels;
  }

  /// The categories it knows, in the order of its answers.
  public List<String> categories() {
    return categories;
  }

  /// Reads texts, before all else that the pool has to do.
  ///
  /// Of each text as many ids are read as the model card's limit says; what is longer is cut off
  /// there: cut before.
  ///
  /// @return completes with one answer for each text, in order. Fails as [Encoder#encode] does
  public CompletableFuture<List<ClassProbabilities>> classify(List<String> texts) {
    List<String> copy = List.copyOf(texts);
    return copy.isEmpty()
        ? CompletableFuture.completedFuture(List.of())
        : pool.submit(Priority.FIRST, () -> classifyNow(copy));
  }

  private List<ClassProbabilities> classifyNow(List<String> texts) {
    List<long[]> rows = texts.stream().map(this::ids).toList();
    List<Integer> byLength = IntStream.range(0, rows.size())
        .boxed()
        .sorted(Comparator.comparing(at -> rows.get(at).length))
        .toList();
    ClassProbabilities[] answers = new ClassProbabilities[rows.size()];
    int from = 0;
    while (from < byLength.size()) {
      int end = endOfBatch(rows, byLength, from);
      List<Integer> batch = byLength.subList(from, end);
      List<ClassProbabilities> read = model.run(batch.stream().map(rows::get).toList());
      for (int at = 0; at < batch.size(); at++) {
        answers[batch.get(at)] = read.get(at);
      }
      from = end;
    }
    return List.of(answers);
  }

  private static int endOfBatch(List<long[]> rows, List<Integer> byLength, int from) {
    int shortest = rows.get(byLength.get(from)).length;
    int end = from + 1;
    while (end < byLength.size()) {
      int next = rows.get(byLength.get(end)).length;
      if (next > STRETCH * shortest + 1 || next * (end + 1 - from) > BATCH) {
        break;
      }
      end++;
    }
    return end;
  }

  /// Cuts in the middle of what is too long, so that the closing special token stays.
  private long[] ids(String text) {
    long[] ids = tokenizer.encode(input.prefixOrEmpty() + text).getIds();
    if (ids.length <= input.limit()) {
      return ids;
    }
    long[] kept = Arrays.copyOf(ids, input.limit());
    kept[kept.length - 1] = ids[ids.length - 1];
    return kept;
  }

  void close() {
    tokenizer.close();
    model.close();
  }
}
