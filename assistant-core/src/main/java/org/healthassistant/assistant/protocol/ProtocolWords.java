package org.healthassistant.assistant.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.healthassistant.knowledge.text.Language;

/// How questions and choices read, by language: the group `protocol` of the words for patients.
final class ProtocolWords {

  private final Map<Language, Map<String, String>> texts;

  ProtocolWords(BiFunction<String, Language, Map<String, String>> sentences) {
    texts = Language.each(language -> sentences.apply("protocol", language));
  }

  Prompt prompt(Protocol protocol, Protocol.Question question, Language language) {
    return new Prompt(
        text(ask(protocol, question), language),
        question.offered().stream()
            .map(choice -> text(label(protocol, question, choice), language))
            .toList());
  }

  /// The words of a choice.
  String choice(
      Protocol protocol, Protocol.Question question, Protocol.Choice choice, Language language) {
    return text(label(protocol, question, choice), language);
  }

  /// The words of each choice, of all languages, by its id.
  Map<String, Phrases> labels(Protocol protocol, Protocol.Question question, Set<String> fillers) {
    Map<String, Phrases> found = new HashMap<>();
    for (Protocol.Choice choice : question.offered()) {
      List<List<String>> said = new ArrayList<>();
      for (Language language : Language.values()) {
        said.add(Words.of(choice(protocol, question, choice, language), fillers).forms());
      }
      found.put(choice.id(), new Phrases(said));
    }
    return found;
  }

  /// The keys that a question needs and that have no words.
  List<String> missing(Protocol protocol, Protocol.Question question) {
    List<String> keys = new ArrayList<>();
    keys.add(ask(protocol, question));
    question.offered().forEach(choice -> keys.add(label(protocol, question, choice)));
    List<String> problems = new ArrayList<>();
    for (Language language : Language.values()) {
      keys.stream()
          .filter(key -> language.pick(texts).getOrDefault(key, "").isBlank())
          .forEach(
              key -> problems.add("'protocol." + key + "' has no words in '" + language + "'"));
    }
    return problems;
  }

  private String text(String key, Language language) {
    return language.pick(texts).getOrDefault(key, "");
  }

  private static String ask(Protocol protocol, Protocol.Question question) {
    return question.ask() == null ? protocol.id() + "." + question.id() : "ask." + question.ask();
  }

  private static String label(
      Protocol protocol, Protocol.Question question, Protocol.Choice choice) {
    if (choice.label() != null) {
      return "label." + choice.label();
    }
    return choice.means() == null
        ? Objects.requireNonNull(protocol.id()) + "." + question.id() + "." + choice.id()
        : "label." + choice.means().name().toLowerCase(java.util.Locale.ROOT);
  }
}
