package org.healthassistant.knowledge.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.chunk.Chunk;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.text.Span;

/// A line of `passages.jsonl`: what cannot be had from the article.
///
/// @param article the article's id
/// @param anchor the anchor of the answer or section
/// @param sentences the sentences' offsets into the text
record StoredPassage(String id, String article, String anchor, String text, List<Span> sentences) {

  private static final float[] NONE = {};

  static StoredPassage of(Article article, Chunk chunk) {
    return new StoredPassage(
        chunk.id(article.front().id()),
        article.front().id(),
        chunk.anchor(),
        chunk.text(),
        chunk.sentences());
  }

  /// Whether it is the answer to a question of its article.
  boolean isAnswer(Article article) {
    return article.sections().stream().anyMatch(section -> answer(section).isPresent());
  }

  /// The passage, with the vectors of its sentences in order; none of an answer's.
  Passage with(Article article, List<float[]> vectors) {
    FrontMatter front = article.front();
    Section section = article.sections().stream().filter(this::isIn).findFirst().orElseThrow();
    Optional<Asked> asked = answer(section).map(Asked::of);
    List<Sentence> spoken = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i);
      spoken.add(new Sentence(
          span.in(text), span.start(), span.end(), i < vectors.size() ? vectors.get(i) : NONE));
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
        front.also(),
        front.publisher(),
        front.url(),
        front.evidenceDate(),
        front.reviewedOn(),
        front.reviewBy(),
        front.status(),
        text,
        spoken,
        asked.orElse(null));
  }

  private boolean isIn(Section section) {
    return section.anchor().equals(anchor) || answer(section).isPresent();
  }

  private Optional<Answer> answer(Section section) {
    return section.answers().stream()
        .filter(candidate -> candidate.anchor().equals(anchor))
        .findFirst();
  }
}
