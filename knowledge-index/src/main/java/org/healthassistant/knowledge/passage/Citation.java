package org.healthassistant.knowledge.passage;

import java.time.LocalDate;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.jspecify.annotations.Nullable;

/// What a reader needs to know of the passage that a sentence rests on.
///
/// @param passageId the passage
/// @param articleId the article
/// @param title the article's title
/// @param section the heading
/// @param anchor the heading's anchor within the article
/// @param publisher who publishes it
/// @param url where the facts can be read
/// @param reviewedOn the day a clinician reviewed it; null for starter content
/// @param starter whether no clinician has reviewed it
/// @param snippet the words that are quoted
public record Citation(
    String passageId,
    String articleId,
    String title,
    String section,
    String anchor,
    String publisher,
    String url,
    @Nullable LocalDate reviewedOn,
    boolean starter,
    String snippet) {

  /// The citation of some words of a passage.
  public static Citation of(Passage passage, String snippet) {
    return new Citation(
        passage.id(),
        passage.articleId(),
        passage.title(),
        passage.section(),
        passage.anchor(),
        passage.publisher(),
        passage.url(),
        passage.reviewedOn(),
        passage.status() == ReviewStatus.STARTER,
        snippet);
  }
}
