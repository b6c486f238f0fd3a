package org.healthassistant.assistant.answer.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.core.type.TypeReference;

/// The topics of the articles: what they are called, and whether a message names one and asks for
/// nothing else (`answer/topics.yaml`).
public final class Topics {

  public static final Topics BUILT_IN =
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
  public Optional<String> name(String id, Language language) {
    return Optional.ofNullable(topics.get(id)).map(topic -> language.pick(topic.name()));
  }

  /// The topic a message names, when at most one word of weight is left beside it and the words
  /// that say what is asked for; empty otherwise.
  Optional<String> onlyNamed(String text) {
    String plain = PhraseMatcher.plain(text);
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
    List<String> parts = TextNormalizer.cut(rest);
    WordLists words = WordLists.detect(TextNormalizer.cut(plain));
    long left = parts.stream()
        .filter(part -> TextNormalizer.isWord(part)
            && part.length() > 1
            && !words.isStop(part)
            && !words.isLight(part))
        .count();
    return left <= 1 ? Optional.ofNullable(byWord.get(word.get())) : Optional.empty();
  }

  /// A topic.
  record Topic(Map<Language, String> name, List<String> words) {}
}
