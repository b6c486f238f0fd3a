package org.healthassistant.assistant.answer.text;

import java.util.Map;
import org.healthassistant.knowledge.article.SectionKind;

/// The numbers by which an answer is chosen (`answer/ranking.yaml`): set by hand, coupled, and
/// kept in one place until a trained ranker replaces them. What each means stands beside it in
/// the file.
///
/// @param chosenOn the day on which the values were last changed
/// @param chosenWith the questions they were chosen with
/// @param question when a message is looked up joined with the one before it
/// @param article which article answers
/// @param section which section of it
/// @param sentence which sentences of that
/// @param support when evidence supports a sentence
public record RankingConstants(
    String chosenOn,
    String chosenWith,
    ForQuestion question,
    ForArticle article,
    ForSection section,
    ForSentence sentence,
    ForSupport support) {

  /// The numbers that ship with the product.
  public static RankingConstants builtIn() {
    return AnswerData.read("ranking.yaml", RankingConstants.class);
  }

  /// When a message is looked up joined with the one before it: word counts.
  public record ForQuestion(int briefWords, int pointingWords, int topicWords) {}

  /// Which article answers: numbers of hits, and scores from 0 to 1.
  public record ForArticle(
      int goodHits,
      int hits,
      int hitsWithoutGood,
      double leastWhereTopicIsNamed,
      double leastWhereHeadingIsAsked,
      double betterInOtherLanguage) {}

  /// Which section of the article answers: what each sign adds to its score.
  ///
  /// @param kind how much it counts that a section is of the kind asked for: much where only one
  ///     section of an article can be meant
  public record ForSection(
      double scoreWithoutHit,
      Map<SectionKind, Double> kind,
      double bestSentence,
      double heading,
      double overviewOfTopic,
      double questionsWanted,
      double questionsUnwanted,
      double helpUnwanted,
      int wordsBesideHeading) {

    /// Checks that every kind of section has its weight.
    public ForSection {
      kind = Map.copyOf(kind);
      if (kind.size() != SectionKind.values().length) {
        throw new IllegalArgumentException(
            "ranking.yaml: section.kind needs a weight for each kind, got " + kind.keySet());
      }
    }

    /// The weight of a kind of section.
    public double weight(SectionKind of) {
      return kind.getOrDefault(of, 0d);
    }
  }

  /// Which sentences of the section are told.
  public record ForSentence(
      double sharedWords,
      double wordOfTitle,
      double number,
      double nearer,
      double nearerThanAsked,
      int answerLength,
      int explaining) {}

  /// When evidence supports a sentence.
  public record ForSupport(double leastShared, int beside) {}
}
