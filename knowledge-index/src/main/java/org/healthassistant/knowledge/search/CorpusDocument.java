package org.healthassistant.knowledge.search;

/// A document of a throw-away collection.
///
/// @param id unique in the collection
/// @param title may be empty
/// @param text the body
public record CorpusDocument(String id, String title, String text) {}
