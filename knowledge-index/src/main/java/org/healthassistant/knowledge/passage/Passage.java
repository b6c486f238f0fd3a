package org.healthassistant.knowledge.passage;

import java.time.LocalDate;
import java.util.List;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// A piece of a vetted article that can be quoted: the answer to one question, one section, or a
/// part of a long one.
///
/// @param id article id, `#`, anchor, and `~2` and on for the later parts of a long section
/// @param articleId the article
/// @param title the article's title
/// @param section the section's heading as written
/// @param anchor the question of an answer, or else the heading, as a slug; unique in the article
/// @param kind what the heading asks
/// @param language the language it is written in
/// @param topics the article's topics, the main one first
/// @param also other names of the topic, as people say them; may be empty
/// @param publisher who publishes the article
/// @param url where its facts can be read
/// @param evidenceDate the day its facts were checked
/// @param reviewedOn the day a clinician reviewed it; null for starter content
/// @param reviewBy the last day it may be shown
/// @param status how far it has been reviewed
/// @param text the exact text
/// @param sentences the sentences of the text, in order
/// @param asked the question it answers whole; null for a passage that is not written so
public record Passage(
    String id,
    String articleId,
    String title,
    String section,
    String anchor,
    SectionKind kind,
    Language language,
    List<String> topics,
    List<String> also,
    String publisher,
    String url,
    LocalDate evidenceDate,
    @Nullable LocalDate reviewedOn,
    LocalDate reviewBy,
    ReviewStatus status,
    String text,
    List<Sentence> sentences,
    @Nullable Asked asked) {
  /// Copies the lists.
  public Passage {
    topics = List.copyOf(topics);
    also = List.copyOf(also);
    sentences = List.copyOf(sentences);
  }
}
