package org.healthassistant.assistant.record;

import java.nio.file.Path;
import org.healthassistant.assistant.settings.ReadableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where records come from.
///
/// @param directory FHIR R4 Bundles (`*.json`), one patient each; unset: built-in demo patients
@Validated
@ConfigurationProperties("assistant.record")
record RecordSettings(@ReadableFolder @Nullable Path directory) {}
