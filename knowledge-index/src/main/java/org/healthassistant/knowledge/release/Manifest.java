package org.healthassistant.knowledge.release;

import java.time.Instant;
import java.util.Map;

/// What a release holds.
///
/// @param id the release's id: a hash over everything below but `created`
/// @param created when it was made
/// @param chunker the version of the rules by which articles were cut
/// @param english the English encoder's name
/// @param bilingual the bilingual encoder's name
/// @param files the files of the release and the SHA-256 of each
public record Manifest(
    String id,
    Instant created,
    String chunker,
    String english,
    String bilingual,
    Map<String, String> files) {
  /// Copies the map.
  public Manifest {
    files = Map.copyOf(files);
  }
}
