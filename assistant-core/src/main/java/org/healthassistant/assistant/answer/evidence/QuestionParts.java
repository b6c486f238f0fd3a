package org.healthassistant.assistant.answer.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Finds the questions that a message holds: people tell a story around theirs, and ask two
/// things at once (`answer/question-cues.yaml`).
final class QuestionParts {

  private static final Data DATA = AnswerData.read("question-parts.yaml", Data.class);

  private QuestionParts() {}

  /// The questions in a message, in its order, each as it is written: its sentences that ask. A
  /// long message without marks is cut where words begin a question. Empty where the whole
  /// message is one question.
  static List<String> of(String text) {
    Set<String> parts = new LinkedHashSet<>();
    for (String sentence : TextNormalizer.sentences(text)) {
      if (asks(sentence) || words(sentence) > DATA.longest()) {
        parts.addAll(cut(sentence));
      }
    }
    parts.removeIf(part -> words(part) < DATA.fewest());
    boolean whole = parts.size() == 1 && words(parts.iterator().next()) >= words(text) - 1;
    return whole ? List.of() : parts.stream().limit(DATA.most()).toList();
  }

  private static boolean asks(String sentence) {
    return sentence.endsWith("?")
        || sentence.startsWith("¿")
        || PhraseMatcher.anyFirst(PhraseMatcher.plain(sentence), all());
  }

  /// A sentence as it is, or a long one at each place where a question begins.
  private static List<String> cut(String sentence) {
    List<String> words = List.of(sentence.strip().split("\\s+"));
    if (words.size() <= DATA.longest()) {
      return List.of(sentence.strip());
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<String> rest = words.subList(i, Math.min(words.size(), i + DATA.longest()));
      if (PhraseMatcher.anyFirst(PhraseMatcher.plain(String.join(" ", rest)), all())) {
        parts.add(String.join(" ", rest));
        i += DATA.fewest();
      }
    }
    return parts;
  }

  private static List<String> all() {
    return DATA.begins().values().stream().flatMap(List::stream).toList();
  }

  private static int words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }

  /// The data file.
  ///
  /// @param begins words with which a question begins, by language, folded
  /// @param longest a sentence of more words may hold a question within
  /// @param fewest a part of fewer words asks nothing
  /// @param most so many parts are looked up at most
  private record Data(Map<String, List<String>> begins, int longest, int fewest, int most) {}
}
