package org.healthassistant.knowledge.embed;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The two encoders, the classifiers opened beside them, and the pool they share: as many threads
/// as the machine has cores, each doing one thing at a time on one core. Safe for use by many
/// threads.
public final class Encoders implements AutoCloseable {
  private final PriorityExecutor pool =
      new PriorityExecutor(Math.max(1, Runtime.getRuntime().availableProcessors()));
  private final OnnxEncoder english;
  private final OnnxEncoder bilingual;
  private final List<TextClassifier> classifiers = new CopyOnWriteArrayList<>();

  private Encoders(EncoderFiles english, EncoderFiles bilingual) {
    this.english = new OnnxEncoder(english, pool);
    this.bilingual = new OnnxEncoder(bilingual, pool);
  }

  /// The encoders that ship with the product; nothing is downloaded. Models are loaded at first
  /// use.
  public static Encoders builtIn() {
    return of(null, null);
  }

  /// Encoders from directories with `model.onnx`, `tokenizer.json` and `embedder.yaml`; null
  /// takes the built-in one. A model from a directory is loaded at once.
  ///
  /// @throws IllegalArgumentException if a file is missing or wrong, naming it
  public static Encoders of(@Nullable Path englishDirectory, @Nullable Path bilingualDirectory) {
    Encoders encoders = new Encoders(
        englishDirectory == null ? EncoderFiles.english() : EncoderFiles.in(englishDirectory),
        bilingualDirectory == null
            ? EncoderFiles.bilingual()
            : EncoderFiles.in(bilingualDirectory));
    try {
      if (englishDirectory != null) {
        encoders.english.open();
      }
      if (bilingualDirectory != null) {
        encoders.bilingual.open();
      }
    } catch (RuntimeException wrong) {
      encoders.close();
      throw wrong;
    }
    return encoders;
  }

  /// The encoder that ranks English content.
  public Encoder english() {
    return english;
  }

  /// The encoder that reads English and Spanish alike.
  public Encoder bilingual() {
    return bilingual;
  }

  /// Opens a classifier that shares this pool, and is closed with it.
  ///
  /// @throws IllegalArgumentException if its model or its tokenizer cannot be read
  public TextClassifier open(ClassifierFiles files) {
    TextClassifier classifier = new TextClassifier(files, pool);
    classifiers.add(classifier);
    return classifier;
  }

  /// Loads both models now, side by side, instead of at the first question.
  public void warm() {
    var first = english.encode("ready", Priority.LIVE);
    var second = bilingual.encode("ready", Priority.LIVE);
    first.join();
    second.join();
  }

  /// Stops the pool and waits for what runs; embeddings not yet begun fail. Close it before the
  /// process ends: native code that still runs then may end it with a fault.
  @Override
  public void close() {
    pool.close();
    english.close();
    bilingual.close();
    classifiers.forEach(TextClassifier::close);
  }
}
