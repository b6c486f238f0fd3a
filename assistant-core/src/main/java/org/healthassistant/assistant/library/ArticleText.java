package org.healthassistant.assistant.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.Conditional;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.passage.Passage;
import org.jspecify.annotations.Nullable;

/// An article for reading, with its sections as targets of citations.
///
/// @param language its tag, such as `en`
/// @param url where it was published; null where that is not known
/// @param sources names of what its facts rest on; may be empty
/// @param reviewedOn the day a clinician reviewed it; null for starter content
/// @param reviewBy the last day it may be shown; null where there is none
/// @param starter whether no clinician has reviewed it
public record ArticleText(
    String title,
    String language,
    String publisher,
    @Nullable String url,
    List<String> sources,
    @Nullable LocalDate reviewedOn,
    @Nullable LocalDate reviewBy,
    boolean starter,
    List<Section> sections) {

  /// A section that was cut into several passages is one section again; its heading stands above
  /// the first of its questions only.
  ///
  /// @param heading empty where the one before has the same
  /// @param question empty where it is not written as an answer
  /// @param anchor what a citation's address ends with
  public record Section(String heading, String question, String anchor, List<String> paragraphs) {

    /// Copies the paragraphs.
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /// Copies the lists.
  public ArticleText {
    sources = List.copyOf(sources);
    sections = List.copyOf(sections);
  }

  /// The text of an article.
  ///
  /// @param passages all of its passages in their order, at least one
  static ArticleText of(Article article, List<Passage> passages) {
    Passage first = passages.getFirst();
    return new ArticleText(
        first.title(),
        first.language().tag(),
        first.publisher(),
        first.url(),
        article.front().sources().stream().map(source -> source.name()).toList(),
        first.reviewedOn(),
        first.reviewBy(),
        first.status() == ReviewStatus.STARTER,
        sections(passages));
  }

  private static List<Section> sections(List<Passage> passages) {
    List<Section> sections = new ArrayList<>();
    String heading = "";
    int from = 0;
    for (int to = 1; to <= passages.size(); to++) {
      Passage passage = passages.get(from);
      if (to == passages.size() || !passages.get(to).anchor().equals(passage.anchor())) {
        sections.add(new Section(
            passage.section().equals(heading) ? "" : passage.section(),
            passage.asked() == null ? "" : passage.asked().question(),
            passage.anchor(),
            paragraphs(passages.subList(from, to))));
        heading = passage.section();
        from = to;
      }
    }
    return sections;
  }

  private static List<String> paragraphs(List<Passage> passages) {
    List<String> paragraphs = new ArrayList<>();
    for (Passage passage : passages) {
      paragraphs.add(passage.text());
      if (passage.asked() != null) {
        passage.asked().conditionals().stream().map(Conditional::sentence).forEach(paragraphs::add);
      }
    }
    return paragraphs;
  }
}
