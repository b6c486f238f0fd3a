package org.healthassistant.assistant.safety.text;

import java.util.List;
import java.util.Set;

/// The lay wordings of one thing patients write of, in all languages.
///
/// The kinds `cue`, `mask` and `function` are not things of their own: a cue says how something
/// is meant (denied, past, a question), a mask is an everyday phrase inside which nothing is
/// found (`to die for`), and function words are those that may stand inside or before a phrase.
/// A `measure` and a `unit` are what a number may belong to; they say nothing without one.
///
/// @param kind such as `site` or `symptom`
/// @param name unique within its kind
/// @param phrases at most four words each, as people write them
public record Concept(String kind, String name, List<String> phrases) {

  private static final Set<String> SILENT = Set.of("cue", "mask", "function", "measure", "unit");

  /// Copies the phrases.
  public Concept {
    phrases = List.copyOf(phrases);
  }

  /// Kind and name, as rules refer to it: `site/chest`.
  public String id() {
    return kind + "/" + name;
  }

  /// Whether a denial can be about it.
  boolean deniable() {
    return content() || (kind.equals("cue") && !Lexicon.NEEDED.contains(id()));
  }

  boolean content() {
    return !SILENT.contains(kind);
  }
}
