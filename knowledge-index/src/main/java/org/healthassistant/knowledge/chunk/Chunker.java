package org.healthassistant.knowledge.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;

/// Cuts articles into passages: an answer is one, whole; so is a section's other text, and a long
/// one is cut at sentence ends.
public final class Chunker {
  /// The version of these rules; a release made by other rules is made anew.
  public static final String VERSION = "2";

  private static final int LONGEST = 220;

  private final ToIntFunction<String> tokens;

  /// A chunker that measures texts by a model's tokens.
  public Chunker(ToIntFunction<String> tokens) {
    this.tokens = tokens;
  }

  /// The chunks of an article in order. No part of a section's text is above 220 tokens
  /// but a single sentence that is.
  public List<Chunk> chunks(Article article) {
    List<Chunk> chunks = new ArrayList<>();
    for (Section section : article.sections()) {
      String text = String.join("\n", section.paragraphs());
      List<Span> sentences = SentenceSplitter.split(text, article.front().language());
      int part = 1;
      for (List<Span> group : groups(text, sentences, LONGEST)) {
        chunks.add(chunk(section, part++, text, group));
      }
      section
          .answers()
          .forEach(answer -> chunks.add(whole(section, answer, article.front().language())));
    }
    return chunks;
  }

  /// A text cut at sentence ends into pieces of at most so many tokens, but for a sentence that
  /// is longer.
  public List<String> pieces(String text, Language language, int longest) {
    return groups(text, SentenceSplitter.split(text, language), longest).stream()
        .map(group -> text.substring(group.getFirst().start(), group.getLast().end()))
        .toList();
  }

  private List<List<Span>> groups(String text, List<Span> sentences, int longest) {
    List<List<Span>> groups = new ArrayList<>();
    List<Span> group = new ArrayList<>();
    int sum = 0;
    for (Span sentence : sentences) {
      int length = tokens.applyAsInt(sentence.in(text));
      if (sum + length > longest && !group.isEmpty()) {
        groups.add(List.copyOf(group));
        group.clear();
        sum = 0;
      }
      group.add(sentence);
      sum += length;
    }
    if (!group.isEmpty()) {
      groups.add(List.copyOf(group));
    }
    return groups;
  }

  private static Chunk whole(Section section, Answer answer, Language language) {
    return new Chunk(
        section, answer, 1, answer.text(), SentenceSplitter.split(answer.text(), language));
  }

  private static Chunk chunk(Section section, int part, String text, List<Span> group) {
    int start = group.getFirst().start();
    List<Span> sentences = group.stream()
        .map(span -> new Span(span.start() - start, span.end() - start))
        .toList();
    return new Chunk(section, null, part, text.substring(start, group.getLast().end()), sentences);
  }
}
