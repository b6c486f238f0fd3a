package org.healthassistant.assistant.record;

import java.nio.file.Path;
import java.time.Duration;
import org.healthassistant.assistant.settings.ReadableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where records come from.
///
/// @param directory FHIR R4 Bundles (`*.json`) or resources line by line (`*.ndjson`), one
///     patient a file; unset: built-in demo patients
/// @param refresh how often the directory is looked at for files that changed, or for copies
///     from a FHIR server that are too old
@Validated
@ConfigurationProperties("assistant.record")
record RecordSettings(
    @ReadableFolder @Nullable Path directory,
    @DefaultValue("15m") Duration refresh) {}
