package org.healthassistant.assistant.answer.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.knowledge.text.Language;

/// The words by which a message asks for something of a record (`answer/record-questions.yaml`).
/// Those of every language are heard, since people mix them.
///
/// @param own by which the writer speaks of themselves
/// @param others by which they speak of somebody else
/// @param othersAllowed beside which those name what one is allergic to
/// @param general by which general knowledge or advice is asked for
/// @param asks with which a question begins
/// @param lead that may stand before
/// @param opens with which a list or a value is asked for
/// @param had with which it is asked whether something was ever done
/// @param mine by which a short message is of the writer's own
/// @param statement without which a short message is a wish for what it names
/// @param inRecord that name the record itself
/// @param parts that name its parts
/// @param weak of these, those that need a further sign
/// @param aspects that say what is wanted
/// @param spans that name a time
/// @param frame that name nothing by themselves
record QuestionWords(
    Map<Language, List<String>> own,
    Map<Language, List<String>> others,
    Map<Language, List<String>> othersAllowed,
    Map<Language, List<String>> general,
    Map<Language, List<String>> asks,
    Map<Language, List<String>> lead,
    Map<Language, List<String>> opens,
    Map<Language, List<String>> had,
    Map<Language, List<String>> mine,
    Map<Language, List<String>> statement,
    Map<Language, List<String>> inRecord,
    Map<Part, Map<Language, List<String>>> parts,
    Map<Language, List<String>> weak,
    Map<Aspect, Map<Language, List<String>>> aspects,
    SpanWords spans,
    Map<Language, List<String>> frame) {

  static final QuestionWords BUILT_IN =
      AnswerData.read("record-questions.yaml", QuestionWords.class);

  private static final int MISSPELT_FROM = 6;

  /// The words of a time.
  ///
  /// @param units by ISO 8601's letter: `D`, `W`, `M`, `Y`
  /// @param months in their order
  /// @param seasons winter first
  /// @param numbers one first
  record SpanWords(
      Map<String, Map<Language, List<String>>> units,
      Map<Language, List<String>> last,
      @com.fasterxml.jackson.annotation.JsonProperty("this") Map<Language, List<String>> present,
      Map<Language, List<String>> since,
      Map<Language, List<String>> in,
      Map<Language, List<String>> months,
      Map<Language, List<String>> seasons,
      Map<Language, List<String>> numbers) {}

  static boolean has(Map<Language, List<String>> cues, String plain) {
    return cues.values().stream().anyMatch(words -> PhraseMatcher.anyIn(plain, words));
  }

  static Set<String> all(Map<Language, List<String>> cues) {
    return cues.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
  }

  /// The first part that the message names, also misspelt.
  Optional<Part> part(String plain, List<String> tokens) {
    return parts.entrySet().stream()
        .filter(part -> has(part.getValue(), plain) || isMisspelt(part.getValue(), tokens))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Whether the message names a part by words that need no further sign.
  boolean isStrong(Part part, String plain, List<String> tokens) {
    Map<Language, List<String>> cues = parts.getOrDefault(part, Map.of());
    Set<String> weakOnes = all(weak);
    return all(cues).stream()
            .filter(cue -> !weakOnes.contains(cue))
            .anyMatch(cue -> plain.contains(" " + cue + " "))
        || isMisspelt(cues, tokens);
  }

  /// What is wanted first of all; empty where the message does not say.
  Optional<Aspect> aspect(String plain) {
    boolean asksForWhat = plain.startsWith(" what") && plain.endsWith(" for ");
    return asksForWhat
        ? Optional.of(Aspect.WHAT_FOR)
        : aspects.entrySet().stream()
            .filter(aspect -> has(aspect.getValue(), plain))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  /// Whether a word names nothing by itself: it only frames a question, or says which part.
  boolean isFrame(String token) {
    Set<String> known = all(frame);
    return known.contains(token)
        || parts.values().stream().anyMatch(cues -> all(cues).contains(token))
        || token.length() >= MISSPELT_FROM
            && known.stream()
                .anyMatch(word -> word.length() >= MISSPELT_FROM && isNear(token, word));
  }

  private static boolean isMisspelt(Map<Language, List<String>> cues, List<String> tokens) {
    return all(cues).stream()
        .filter(cue -> cue.length() >= MISSPELT_FROM && cue.indexOf(' ') < 0)
        .anyMatch(cue -> tokens.stream()
            .anyMatch(token -> token.length() >= MISSPELT_FROM && isNear(token, cue)));
  }

  private static boolean isNear(String token, String cue) {
    return token.charAt(0) == cue.charAt(0)
        && Math.abs(token.length() - cue.length()) <= 1
        && LevenshteinDistance.getDefaultInstance().apply(token, cue) <= 1;
  }
}
