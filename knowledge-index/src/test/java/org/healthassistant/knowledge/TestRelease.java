package org.healthassistant.knowledge;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.release.ReleaseBuilder;

/// Small releases made with the real encoders.
public final class TestRelease {
  /// When they were made.
  public static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");

  private TestRelease() {}

  /// One article about nosebleeds of each status: the id is the status.
  public static List<Article> ofEveryStatus() {
    return List.of("draft", "in-review", "approved", "retired", "starter").stream()
        .map(status -> Articles.parse(Articles.markdown(
            status,
            status,
            "## Self-care\n\nMost nosebleeds stop after ten minutes of firm pressure.")))
        .toList();
  }

  /// Writes a release of articles and reads it back.
  public static Release write(List<Article> articles, Path directory) {
    new ReleaseBuilder(StarterIndex.ENCODERS, (done, total) -> {})
        .write(articles, "inputs", CREATED, directory);
    return Release.load(directory);
  }
}
