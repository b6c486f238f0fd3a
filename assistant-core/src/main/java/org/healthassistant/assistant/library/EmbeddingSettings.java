package org.healthassistant.assistant.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which encoders are used.
///
/// @param englishDirectory a folder with `model.onnx`, `tokenizer.json`, `embedder.yaml`; null: the
///     built-in one
/// @param bilingualDirectory the same for the bilingual encoder
@ConfigurationProperties("assistant.embedding")
record EmbeddingSettings(
    @Nullable Path englishDirectory, @Nullable Path bilingualDirectory) {}
