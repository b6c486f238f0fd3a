package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;

/// Tells how a message is meant, beside what it asks for (`answer/question-cues.yaml`). The
/// words of both languages are looked for, since people mix them.
///
/// @param followUps words with which a message begins that goes on from the one before
/// @param pointing words that point to the message before, such as `it`
/// @param factFrame words of the sentences in which facts are told, which say nothing of the fact
/// @param ownValue words that ask for the patient's own value
/// @param trend words that ask how readings have changed
public record QuestionCues(
    Map<String, List<String>> followUps,
    Map<String, List<String>> pointing,
    List<String> factFrame,
    Map<String, List<String>> ownValue,
    Map<String, List<String>> trend) {

  public static final QuestionCues BUILT_IN =
      AnswerData.read("question-cues.yaml", QuestionCues.class);

  /// Whether a message goes on from the one before it: by how it begins, or because it points
  /// back and asks for nothing by itself.
  ///
  /// @param mostWords how long a message that points back may be
  boolean isFollowUp(String text, int mostWords) {
    String plain = PhraseMatcher.plain(text);
    int words = plain.strip().split(" ").length;
    return has(followUps, cues -> PhraseMatcher.anyFirst(plain, cues))
        || words <= mostWords
            && has(pointing, cues -> PhraseMatcher.anyIn(plain, cues))
            && Intent.of(text).id().equals("none");
  }

  /// Whether a message asks how readings have changed.
  boolean asksForTrend(String text) {
    String plain = PhraseMatcher.plain(text);
    return has(trend, cues -> PhraseMatcher.anyIn(plain, cues));
  }

  /// Whether a message asks first of all for the patient's own value.
  public boolean asksForOwn(String text) {
    String plain = PhraseMatcher.plain(text);
    return asksForTrend(text) || has(ownValue, cues -> PhraseMatcher.anyIn(plain, cues));
  }

  /// All words that ask for a trend.
  List<String> trendCues() {
    return Stream.of(trend, ownValue)
        .flatMap(cues -> cues.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static boolean has(Map<String, List<String>> cues, Predicate<List<String>> test) {
    return cues.values().stream().anyMatch(test);
  }
}
