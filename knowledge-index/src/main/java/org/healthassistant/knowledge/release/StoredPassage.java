package org.healthassistant.knowledge.release;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.chunk.Chunk;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.text.Span;

/// A line of `passages.jsonl`: what cannot be had from the article.
///
/// @param article the article's id
/// @param anchor the section's anchor
/// @param sentences the sentences' offsets into the text
record StoredPassage(String id, String article, String anchor, String text, List<Span> sentences) {

  static StoredPassage of(Article article, Chunk chunk) {
    return new StoredPassage(
        chunk.id(article.front().id()),
        article.front().id(),
        chunk.section().anchor(),
        chunk.text(),
        chunk.sentences());
  }

  /// The passage, with the vectors of its sentences in order.
  Passage with(Article article, List<float[]> vectors) {
    FrontMatter front = article.front();
    Section section = article.sections().stream()
        .filter(candidate -> candidate.anchor().equals(anchor))
        .findFirst()
        .orElseThrow();
    List<Sentence> spoken = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i);
      spoken.add(new Sentence(span.in(text), span.start(), span.end(), vectors.get(i)));
    }
    return new Passage(
        id,
        front.id(),
        front.title(),
        section.heading(),
        anchor,
        section.kind(),
        front.language(),
        front.topics(),
        front.publisher(),
        front.url(),
        front.evidenceDate(),
        front.reviewedOn(),
        front.reviewBy(),
        front.status(),
        text,
        spoken);
  }
}
