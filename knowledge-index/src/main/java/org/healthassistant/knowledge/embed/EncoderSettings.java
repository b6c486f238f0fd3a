package org.healthassistant.knowledge.embed;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How a model is used: the content of `embedder.yaml`.
///
/// @param pooling how its output becomes one vector
/// @param maxTokens how many tokens it reads, special ones included; 512 when absent
/// @param prefix what is put before every text; empty when absent
record EncoderSettings(
    Pooling pooling,
    @JsonProperty("max-tokens") @Nullable Integer maxTokens,
    @Nullable String prefix) {

  /// How a model's output becomes one vector.
  enum Pooling {
    /// The first token's vector.
    @JsonProperty("cls")
    CLS,
    /// The mean over the tokens.
    @JsonProperty("mean")
    MEAN,
    /// The model pools itself.
    @JsonProperty("none")
    NONE
  }

  int limit() {
    return maxTokens == null ? 512 : maxTokens;
  }

  String prefixOrEmpty() {
    return prefix == null ? "" : prefix;
  }
}
