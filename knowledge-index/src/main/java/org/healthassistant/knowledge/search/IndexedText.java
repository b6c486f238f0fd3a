package org.healthassistant.knowledge.search;

import java.util.List;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// The words of a document, by field.
record IndexedText(
    Language language, String title, List<String> topics, String section, String body) {

  static IndexedText of(Passage passage) {
    return new IndexedText(
        passage.language(), passage.title(), passage.topics(), passage.section(), passage.text());
  }

  String topicWords() {
    return String.join(" ", topics).replace('-', ' ');
  }
}
