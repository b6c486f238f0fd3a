package org.healthassistant.assistant.writeback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What is written to the FHIR server that records are read from. The scopes must hold it.
///
/// @param readings readings that patients told and agreed to keep, as `Observation`
@Validated
@ConfigurationProperties("assistant.record.fhir.write-back")
record WriteBackSettings(@DefaultValue("false") boolean readings) {}
