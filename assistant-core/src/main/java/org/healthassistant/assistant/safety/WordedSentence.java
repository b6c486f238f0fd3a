package org.healthassistant.assistant.safety;

/// One fixed sentence for a patient.
///
/// @param id names the sentence in every language, such as `emergency.call`
/// @param text what the patient reads
public record WordedSentence(String id, String text) {}
