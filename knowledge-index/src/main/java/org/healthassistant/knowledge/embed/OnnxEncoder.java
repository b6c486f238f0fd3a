package org.healthassistant.knowledge.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.concurrent.CompletableFuture;

/// An encoder over ONNX Runtime. The session is opened at first use, so that asking for a name
/// is cheap; it is shared by the pool's threads, one text a run (quantised models change a
/// vector by its neighbours in a batch).
final class OnnxEncoder implements Encoder {
  private final String name;
  private final EncoderSettings settings;
  private final PriorityExecutor pool;
  private final Lazy<TokenCounter> tokenizer;
  private final Lazy<OnnxModel> model;

  OnnxEncoder(EncoderFiles files, PriorityExecutor pool) {
    this.name = files.name();
    this.settings = files.settings();
    this.pool = pool;
    this.tokenizer = new Lazy<>(() -> TokenCounter.of(files));
    this.model = new Lazy<>(() -> OnnxModel.of(files));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return model.get().dimensions();
  }

  @Override
  public int maxTokens() {
    return settings.limit();
  }

  @Override
  public int tokens(String text) {
    return tokenizer.get().encode(settings.prefixOrEmpty() + text).getIds().length;
  }

  @Override
  public CompletableFuture<float[]> encode(String text, Priority priority) {
    return pool.submit(priority, () -> encodeNow(text));
  }

  private float[] encodeNow(String text) {
    if (text.isBlank()) {
      return new float[dimensions()];
    }
    Encoding encoding = tokenizer.get().encode(settings.prefixOrEmpty() + text);
    return model.get().run(cut(encoding.getIds()));
  }

  /// Cuts in the middle of what is too long, so that the closing special token stays.
  private long[] cut(long[] ids) {
    if (ids.length <= settings.limit()) {
      return ids;
    }
    long[] kept = java.util.Arrays.copyOf(ids, settings.limit());
    kept[kept.length - 1] = ids[ids.length - 1];
    return kept;
  }

  void open() {
    tokenizer.get();
    model.get();
  }

  void close() {
    tokenizer.ifMade(TokenCounter::close);
    model.ifMade(OnnxModel::close);
  }
}
