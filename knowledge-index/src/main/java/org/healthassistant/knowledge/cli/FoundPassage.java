package org.healthassistant.knowledge.cli;

import java.time.LocalDate;
import org.healthassistant.knowledge.passage.Explanation;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.jspecify.annotations.Nullable;

/// A hit as the command line prints it.
record FoundPassage(
    String passageId,
    String articleId,
    String title,
    String section,
    String text,
    double score,
    boolean otherLanguage,
    @Nullable LocalDate reviewedOn,
    String publisher,
    String url,
    Explanation explanation) {

  static FoundPassage of(SearchHit hit) {
    Passage passage = hit.passage();
    return new FoundPassage(
        passage.id(),
        passage.articleId(),
        passage.title(),
        passage.section(),
        passage.text(),
        hit.score(),
        hit.otherLanguage(),
        passage.reviewedOn(),
        passage.publisher(),
        passage.url(),
        hit.explanation());
  }
}
