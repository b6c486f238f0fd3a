package org.healthassistant.knowledge.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/// A model's own tokenizer, which never cuts: what is too long is seen, not lost.
final class TokenCounter {

  static {
    // Before its first use the library asks a cloud's address for the machine's id and reports it.
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private final HuggingFaceTokenizer tokenizer;

  private TokenCounter(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static TokenCounter of(EncoderFiles files) {
    return of("encoder " + files.name(), files.tokenizer());
  }

  /// @param owner whose tokenizer it is, for what is thrown
  /// @throws IllegalArgumentException if it is not one
  static TokenCounter of(String owner, FileContent json) {
    try {
      return new TokenCounter(HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(json.take()),
          Map.of("truncation", "false", "padding", "false")));
    } catch (IOException | RuntimeException failed) {
      throw new IllegalArgumentException("the tokenizer of " + owner + " cannot be read", failed);
    }
  }

  Encoding encode(String text) {
    return tokenizer.encode(text, true, false);
  }

  void close() {
    tokenizer.close();
  }
}
