package org.healthassistant.knowledge.search;

/// A document with the value it was ranked by.
///
/// @param id the document
/// @param score higher is better; comparable within one ranking only
public record Ranked(String id, double score) {}
