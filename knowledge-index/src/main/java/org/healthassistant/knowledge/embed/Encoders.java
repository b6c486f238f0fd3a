package org.healthassistant.knowledge.embed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The two encoders and the pool they share.
public final class Encoders implements AutoCloseable {
  private Encoders() {}

  /// The encoders that ship with the product; nothing is downloaded.
  public static Encoders builtIn() {
    return of(null, null);
  }

  /// Encoders from directories with `model.onnx`, `tokenizer.json` and `embedder.yaml`; null takes
  /// the
  /// built-in one.
  ///
  /// @throws IllegalArgumentException if a file is missing or wrong, naming it
  public static Encoders of(@Nullable Path englishDirectory, @Nullable Path bilingualDirectory) {
    throw new UnsupportedOperationException();
  }

  /// The encoder that ranks English content.
  public Encoder english() {
    throw new UnsupportedOperationException();
  }

  /// The encoder that reads English and Spanish alike.
  public Encoder bilingual() {
    throw new UnsupportedOperationException();
  }

  /// Stops the pool; embeddings not yet begun fail.
  @Override
  public void close() {}
}
