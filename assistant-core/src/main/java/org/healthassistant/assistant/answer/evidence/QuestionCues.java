package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.answer.text.WordLists;

/// Tells whether a message goes on from the one before (`answer/question-cues.yaml`). The words
/// of both languages are looked for, since people mix them.
///
/// @param followUps words with which a message begins that goes on from the one before
/// @param pointing words that point to the message before, such as `it`
/// @param vague words that name no topic, such as `normal`
/// @param bending words on whom, when and where, such as `kids`
/// @param children words by which a text is about a child
/// @param newTopics words with which somebody says that something else is asked
/// @param sameTopics words with such words in them that say no such thing
/// @param pregnancy words by which a text is about the unborn, the nursed and their mothers
/// @param questions by which questions to ask are asked for
record QuestionCues(
    Map<String, List<String>> followUps,
    Map<String, List<String>> pointing,
    Map<String, List<String>> vague,
    Map<String, List<String>> bending,
    Map<String, List<String>> children,
    Map<String, List<String>> newTopics,
    Map<String, List<String>> sameTopics,
    Map<String, List<String>> questions,
    Map<String, List<String>> pregnancy) {

  static final QuestionCues BUILT_IN = AnswerData.read("question-cues.yaml", QuestionCues.class);

  /// A longer message says itself what it is about, unless it points back.
  private static final int BRIEF_WORDS = 8;

  private static final int POINTING_WORDS = 13;

  /// So many letters are the beginning of a message.
  private static final int BEGINNING = 40;

  /// Whether a message may go on from those before it: by how it begins, or because it is short,
  /// or not long and points back.
  boolean mayGoOn(String text) {
    String plain = PhraseMatcher.plain(text);
    int words = plain.strip().split(" ").length;
    return has(followUps, cues -> PhraseMatcher.anyFirst(plain, cues))
        || words <= BRIEF_WORDS
        || words <= POINTING_WORDS && has(pointing, cues -> PhraseMatcher.anyIn(plain, cues))
        || isBare(text);
  }

  /// Whether a message says, near its beginning, that something else is asked.
  boolean beginsTopic(String text) {
    String plain = PhraseMatcher.plain(text);
    String beginning = plain.substring(0, Math.min(plain.length(), BEGINNING));
    return has(newTopics, cues -> PhraseMatcher.anyIn(beginning, cues))
        && !has(sameTopics, cues -> PhraseMatcher.anyIn(plain, cues));
  }

  /// Whether no word of a message names a topic: `what about at night`, `I am pregnant`.
  boolean isBare(String text) {
    return words(text).noneMatch(this::isTopic);
  }

  /// The words of a message that say what it is about; blank where there are none.
  String topicWords(String text) {
    return words(text).filter(this::isTopic).collect(Collectors.joining(" "));
  }

  /// The words of a message on whom, when and where; blank where there are none.
  String bendingWords(String text) {
    return words(text).filter(word -> isOf(word, bending)).collect(Collectors.joining(" "));
  }

  private boolean isTopic(String word) {
    return WordLists.all().stream().noneMatch(lists -> lists.isStop(word))
        && WordLists.all().stream().noneMatch(lists -> lists.isLight(word))
        && !isOf(word, followUps)
        && !isOf(word, pointing)
        && !isOf(word, vague)
        && !isOf(word, bending)
        && !word.chars().allMatch(Character::isDigit);
  }

  private static Stream<String> words(String text) {
    return Stream.of(PhraseMatcher.plain(text).strip().split(" "));
  }

  /// Whether a message asks of something that only a message before it can have named.
  boolean pointsBack(String text) {
    String plain = PhraseMatcher.plain(text);
    return plain.strip().contains(" ")
        && isBare(text)
        && (has(followUps, cues -> PhraseMatcher.anyFirst(plain, cues))
            || has(pointing, cues -> PhraseMatcher.anyIn(plain, cues))
            || has(vague, cues -> PhraseMatcher.anyIn(plain, cues)));
  }

  /// Whether a message asks for questions that one may put to somebody.
  boolean asksForQuestions(String text) {
    String plain = PhraseMatcher.plain(text);
    return has(questions, cues -> PhraseMatcher.anyIn(plain, cues));
  }

  /// Whether a text speaks of pregnancy or breastfeeding.
  boolean isOfPregnancy(String text) {
    String plain = PhraseMatcher.plain(text);
    return has(pregnancy, words -> PhraseMatcher.anyIn(plain, words));
  }

  private static boolean isOf(String word, Map<String, List<String>> cues) {
    return has(cues, all -> all.contains(word));
  }

  /// Whether a text speaks of a child.
  boolean isOfChild(String text) {
    String plain = PhraseMatcher.plain(text);
    return has(children, words -> PhraseMatcher.anyIn(plain, words));
  }

  private static boolean has(Map<String, List<String>> cues, Predicate<List<String>> test) {
    return cues.values().stream().anyMatch(test);
  }
}
