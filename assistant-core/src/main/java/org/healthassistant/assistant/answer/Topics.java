package org.healthassistant.assistant.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/// The topics of the articles: what they are called, and whether a message names one and asks for
/// nothing else (`answer/topics.yaml`).
final class Topics {

  static final Topics BUILT_IN =
      new Topics(AnswerData.read("topics.yaml", new TypeReference<>() {}));

  private final Map<String, Topic> topics;
  private final Map<String, String> byWord = new HashMap<>();
  private final List<String> longestFirst;

  private Topics(Map<String, Topic> topics) {
    this.topics = topics;
    topics.forEach((id, topic) -> topic.words().forEach(word -> byWord.put(word, id)));
    longestFirst = byWord.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /// What a topic is called; empty for one that is not known.
  Optional<String> name(String id, String language) {
    return Optional.ofNullable(topics.get(id)).map(t -> language.equals("es") ? t.es() : t.en());
  }

  /// The topic a message names, when at most one word of weight is left beside it and the words
  /// that say what is asked for; empty otherwise.
  Optional<String> onlyNamed(String text) {
    String plain = Cues.plain(text);
    Optional<String> word =
        longestFirst.stream().filter(w -> plain.contains(" " + w + " ")).findFirst();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    List<String> cues = new ArrayList<>(longestFirst);
    cues.addAll(Intent.cues());
    cues.addAll(QuestionCues.BUILT_IN.trendCues());
    String rest = plain;
    for (String cue :
        cues.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      rest = rest.replace(" " + cue + " ", " ");
    }
    List<String> parts = Words.cut(rest);
    WordLists words = WordLists.detect(Words.cut(plain));
    long left = parts.stream()
        .filter(part -> Words.isWord(part)
            && part.length() > 1
            && !words.isStop(part)
            && !words.isLight(part))
        .count();
    return left <= 1 ? Optional.ofNullable(byWord.get(word.get())) : Optional.empty();
  }

  /// A topic.
  record Topic(String en, String es, List<String> words) {}
}
