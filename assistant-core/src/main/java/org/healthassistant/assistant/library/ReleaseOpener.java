package org.healthassistant.assistant.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// Opens releases side by side, each over a derived index in a folder of its own, which is
/// deleted when nobody has it open. Safe from any thread.
final class ReleaseOpener {

  private final @Nullable Path configured;
  private final Encoders encoders;
  private final Path indexes;
  private final Map<String, Integer> open = new HashMap<>();

  /// @param configured a release, or a shelf of releases; null: the starter release
  /// @param indexes the folder of all derived indexes
  ReleaseOpener(@Nullable Path configured, Encoders encoders, Path indexes) {
    this.configured = configured;
    this.encoders = encoders;
    this.indexes = indexes;
  }

  /// Opens the configured release and deletes the indexes of all others.
  ///
  /// @throws RuntimeException if it cannot be read or was made with other encoders
  KnowledgeIndex first() {
    Release release = configured == null ? Release.starter() : Release.load(configured);
    sweep(release.id());
    return open(release);
  }

  /// Opens a release.
  ///
  /// @throws RuntimeException if it was made with other encoders or its index cannot be made
  synchronized KnowledgeIndex open(Release release) {
    KnowledgeIndex index = KnowledgeIndex.open(release, encoders, indexes.resolve(release.id()));
    open.merge(release.id(), 1, Integer::sum);
    return index;
  }

  /// Says that an index of a release was closed because another release is in use.
  synchronized void closed(String id) {
    if (open.merge(id, -1, Integer::sum) <= 0) {
      open.remove(id);
      delete(indexes.resolve(id));
    }
  }

  private void sweep(String kept) {
    if (!Files.isDirectory(indexes)) {
      return;
    }
    try (var found = Files.list(indexes)) {
      List<Path> others = found.filter(place -> !place.endsWith(kept)).toList();
      others.forEach(ReleaseOpener::delete);
    } catch (IOException failed) {
      throw new UncheckedIOException("the folder " + indexes + " cannot be read", failed);
    }
  }

  /// What cannot be deleted now is deleted at the next start.
  private static void delete(Path place) {
    try {
      FileSystemUtils.deleteRecursively(place);
    } catch (IOException inUse) {
      return;
    }
  }
}
