package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.analysis.QuestionSpelling;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The words of a document, by field.
///
/// @param topics the topics' slugs and other names
/// @param heading the question that it answers, or else its heading
/// @param asked the question and its wordings; empty where it answers none
record IndexedText(
    Language language,
    String title,
    List<String> topics,
    String heading,
    List<String> asked,
    String body) {

  static IndexedText of(Passage passage) {
    List<String> topics = new ArrayList<>();
    passage.topics().forEach(slug -> topics.add(slug.replace('-', ' ')));
    topics.addAll(passage.also());
    @Nullable Asked asked = passage.asked();
    return new IndexedText(
        passage.language(),
        passage.title(),
        topics,
        asked == null ? passage.section() : asked.question(),
        asked == null ? List.of() : asked(asked),
        passage.text());
  }

  private static List<String> asked(Asked asked) {
    List<String> all = new ArrayList<>();
    all.add(asked.question());
    all.addAll(asked.wordings());
    return all;
  }

  /// The texts by which questions in a language are spelt.
  static QuestionSpelling.Texts spelt(List<IndexedText> texts, Language language) {
    List<String> told = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (IndexedText text : texts) {
      if (text.language() == language) {
        told.addAll(List.of(text.title(), text.heading(), text.body()));
        names.addAll(text.topics());
      } else {
        others.add(text.body());
      }
    }
    return new QuestionSpelling.Texts(told, names, others);
  }

  String topicWords() {
    return String.join(" ", topics);
  }

  /// All its words.
  String all() {
    return String.join(" / ", title, topicWords(), heading, String.join(" / ", asked), body);
  }

  /// The wordings, without the question.
  String wordings() {
    return String.join("\n", asked.isEmpty() ? asked : asked.subList(1, asked.size()));
  }
}
