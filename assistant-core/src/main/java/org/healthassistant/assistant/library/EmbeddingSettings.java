package org.healthassistant.assistant.library;

import java.nio.file.Path;
import org.healthassistant.assistant.settings.ReadableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Which encoders are used.
///
/// @param englishDirectory a folder with `model.onnx`, `tokenizer.json`, `embedder.yaml`;
///     unset: built-in bge-small-en-v1.5-q
/// @param bilingualDirectory the same for the bilingual encoder; unset: the built-in bilingual
/// encoder
@Validated
@ConfigurationProperties("assistant.embedding")
record EmbeddingSettings(
    @ReadableFolder @Nullable Path englishDirectory,
    @ReadableFolder @Nullable Path bilingualDirectory) {}
