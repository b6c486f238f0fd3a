package org.healthassistant.knowledge.release;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What a release holds.
///
/// @param id the release's id: a hash over all below but `created`
/// @param created when it was made
/// @param chunker the version of the rules by which articles were cut
/// @param english the English encoder's name
/// @param bilingual the bilingual encoder's name
/// @param inputs a hash of what it was made from: the articles' files, the encoders and the
///     chunker
/// @param files the files of the release and the SHA-256 of each
public record Manifest(
    String id,
    Instant created,
    String chunker,
    String english,
    String bilingual,
    String inputs,
    Map<String, String> files) {
  /// Copies the map.
  public Manifest {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// The manifest of files made now; its id follows from the rest.
  static Manifest of(
      Instant created,
      String chunker,
      String english,
      String bilingual,
      String inputs,
      Map<String, String> files) {
    String content =
        String.join("\n", chunker, english, bilingual, inputs, new TreeMap<>(files).toString());
    return new Manifest(
        Sha256.of(content).substring(0, 16), created, chunker, english, bilingual, inputs, files);
  }
}
