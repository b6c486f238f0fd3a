package org.healthassistant.knowledge.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.text.Language;

/// The names of topics, as titles and readers have them, looked for in questions.
public final class TopicNames {
  private static final int LONGEST = 6;

  private final Map<Language, Map<List<String>, Set<String>>> topics =
      Language.each(language -> new HashMap<>());

  /// Adds a name of a topic in a language; a name without words of its own is left out.
  public void add(String topic, String name, Language language) {
    List<String> terms = Analyzers.terms(name, language);
    if (!terms.isEmpty()
        && terms.size() <= LONGEST
        && !terms.stream().allMatch(term -> Analyzers.asks(term, language))) {
      language.pick(topics).computeIfAbsent(terms, key -> new HashSet<>()).add(topic);
    }
  }

  /// The topics that a question names, each with the words of its longest name.
  ///
  /// @param terms the question's terms by the analyzer of its language
  /// @return empty when it names none; a name within a longer one that is named does not count
  public Map<String, Integer> in(List<String> terms, Language language) {
    Map<List<String>, Set<String>> names = language.pick(topics);
    Map<String, Integer> named = new HashMap<>();
    int next = 0;
    while (next < terms.size()) {
      int length = Math.min(LONGEST, terms.size() - next);
      while (length > 0 && !names.containsKey(terms.subList(next, next + length))) {
        length--;
      }
      for (String topic : names.getOrDefault(terms.subList(next, next + length), Set.of())) {
        named.merge(topic, length, Math::max);
      }
      next += Math.max(1, length);
    }
    return named;
  }
}
