package org.healthassistant.knowledge.ingest;

import java.util.List;
import org.healthassistant.knowledge.article.Article;

/// What reading a directory of articles gave.
///
/// @param articles the well-formed ones, ordered by id
/// @param problems why the other files could not be used
/// @param warnings what is well-formed but hard to quote or to read
public record IngestReport(List<Article> articles, List<Problem> problems, List<Problem> warnings) {
  /// Copies the lists.
  public IngestReport {
    articles = List.copyOf(articles);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
