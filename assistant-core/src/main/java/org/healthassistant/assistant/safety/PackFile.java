package org.healthassistant.assistant.safety;

/// One data file of a rule pack.
///
/// @param name its path within the pack, such as `rules/chest-pain.yaml`
/// @param text what stands in it
public record PackFile(String name, String text) {}
