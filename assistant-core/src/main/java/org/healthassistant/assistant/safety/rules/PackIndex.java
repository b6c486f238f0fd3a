package org.healthassistant.assistant.safety.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `pack.yaml` lists: everything the pack consists of.
///
/// @param languages every concept has words and every rule examples in each of these
/// @param concepts names of lexicon files, without language and ending
/// @param categories names of rule files
/// @param frames ways of speaking that rules refer to, each as alternatives such as
///     `cue/past+!cue/current`
public record PackIndex(
    List<String> languages,
    List<String> concepts,
    List<String> categories,
    Map<String, List<String>> frames) {

  static final String CUT_OFFS = "reading/cut-offs.yaml";

  public PackIndex {
    languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
    concepts = List.copyOf(Objects.requireNonNullElse(concepts, List.of()));
    categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
    frames = Map.copyOf(Objects.requireNonNullElse(frames, Map.of()));
  }

  /// The names of all files, in a fixed order.
  public List<String> files() {
    var files = new ArrayList<String>();
    files.add("text/look-alikes.yaml");
    files.add(CUT_OFFS);
    for (var language : languages) {
      files.add("text/shorthand." + language + ".yaml");
      files.add("text/ordinary." + language + ".yaml");
      concepts.forEach(concept -> files.add("lexicon/" + concept + "." + language + ".yaml"));
    }
    categories.forEach(category -> files.add("rules/" + category + ".yaml"));
    return files;
  }
}
