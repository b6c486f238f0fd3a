package org.healthassistant.assistant.writeback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What is written to the FHIR server that records are read from. The scopes must hold it.
///
/// @param readings readings that patients told and agreed to keep, as `Observation`
/// @param escalations what the care team is asked to do, as `Task`, and why, as `Communication`
@Validated
@ConfigurationProperties("assistant.record.fhir.write-back")
record WriteBackSettings(
    @DefaultValue("false") boolean readings,
    @DefaultValue("false") boolean escalations) {}
