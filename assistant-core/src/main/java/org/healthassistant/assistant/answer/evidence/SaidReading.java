package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Takes a message that only tells a number of the writer's as the question what such a number
/// means (`answer/readings.yaml`). The number itself is neither judged nor kept.
public final class SaidReading {

  private static final Data DATA = AnswerData.read("readings.yaml", Data.class);

  private SaidReading() {}

  /// The question that is meant, for looking up; empty where no reading is told, or something is
  /// asked.
  public static Optional<String> question(String text, Language language) {
    String plain = PhraseMatcher.plain(text);
    boolean tells = plain.chars().anyMatch(Character::isDigit)
        && plain.strip().split(" ").length <= DATA.longest()
        && !text.contains("?")
        && DATA.unless().values().stream().noneMatch(words -> PhraseMatcher.anyIn(plain, words));
    return tells
        ? DATA.readings().stream()
            .filter(one ->
                one.words().values().stream().anyMatch(words -> PhraseMatcher.anyIn(plain, words)))
            .findFirst()
            .map(one -> language.pick(one.asks()))
        : Optional.empty();
  }

  /// The data file.
  ///
  /// @param unless words with which a message is more than a reading
  /// @param longest a message of more words is more than a reading
  private record Data(List<Measured> readings, Map<Language, List<String>> unless, int longest) {}

  /// One thing that people measure.
  ///
  /// @param asks what is looked up
  private record Measured(Map<Language, List<String>> words, Map<Language, String> asks) {}
}
