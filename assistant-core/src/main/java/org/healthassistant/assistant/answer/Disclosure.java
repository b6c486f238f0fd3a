package org.healthassistant.assistant.answer;

/// That an item of the record was read.
///
/// @param resource such as `Observation/a1c-3`
/// @param purpose a stable word: `answer`, or `external-model` when it was sent to one
public record Disclosure(String resource, String purpose) {}
