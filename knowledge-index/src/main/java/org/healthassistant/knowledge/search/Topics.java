package org.healthassistant.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.analysis.TopicNames;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// What the articles of a release are about: articles of one main topic, in whatever language,
/// are about the same.
final class Topics {
  private final TopicNames names = new TopicNames();

  Topics(List<Passage> passages) {
    Map<String, Passage> articles = new HashMap<>();
    passages.forEach(passage -> articles.putIfAbsent(passage.articleId(), passage));
    for (Passage passage : articles.values()) {
      String topic = of(passage);
      names.add(topic, passage.title(), passage.language());
      names.add(topic, topic.replace('-', ' '), Language.ENGLISH);
      passage.also().forEach(name -> names.add(topic, name, passage.language()));
    }
  }

  /// The topic of a passage's article.
  static String of(Passage passage) {
    return passage.topics().isEmpty() ? passage.articleId() : passage.topics().getFirst();
  }

  /// The topics that a question names, each with the words of its longest name.
  Map<String, Integer> namedIn(List<String> terms, Language language) {
    return names.in(terms, language);
  }
}
