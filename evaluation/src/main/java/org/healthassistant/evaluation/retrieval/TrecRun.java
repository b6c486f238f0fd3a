package org.healthassistant.evaluation.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.knowledge.search.Ranked;

/// A run file in TREC's form: `question Q0 document rank score tag`, one line a ranked document.
final class TrecRun {

  private TrecRun() {}

  /// Writes the rankings in the map's order; the folder is made when it is missing.
  static void write(Path file, Map<String, List<Ranked>> rankings, String tag) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (var out = Files.newBufferedWriter(file)) {
      for (var entry : rankings.entrySet()) {
        int rank = 0;
        for (Ranked hit : entry.getValue()) {
          rank++;
          out.write(String.format(
              Locale.ROOT,
              "%s Q0 %s %d %.6f %s\n",
              entry.getKey(),
              hit.id(),
              rank,
              hit.score(),
              tag));
        }
      }
    }
  }
}
