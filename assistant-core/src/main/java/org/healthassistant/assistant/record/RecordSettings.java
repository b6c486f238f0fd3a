package org.healthassistant.assistant.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where records come from.
///
/// @param directory FHIR R4 Bundles, one patient a file; null: the built-in demo patients
@ConfigurationProperties("assistant.record")
record RecordSettings(@Nullable Path directory) {}
