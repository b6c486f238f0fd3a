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
    try {
      return new TokenCounter(HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(files.tokenizer().take()),
          Map.of("truncation", "false", "padding", "false")));
    } catch (IOException | RuntimeException failed) {
      throw new IllegalArgumentException(
          "the tokenizer of encoder " + files.name() + " cannot be read", failed);
    }
  }

  Encoding encode(String text) {
    return tokenizer.encode(text, true, false);
  }

  void close() {
    tokenizer.close();
  }
}
