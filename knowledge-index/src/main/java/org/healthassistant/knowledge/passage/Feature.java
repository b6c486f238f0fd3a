package org.healthassistant.knowledge.passage;

/// What is measured of a question and a passage that was found for it, for a ranker to weigh.
///
/// Cosines lie between -1 and 1, shares between 0 and 1; what does not apply is 0. The shares are
/// of the weight of words, by which rare ones count more.
public enum Feature {
  /// The words' score over all fields, 0 or more.
  BM25,
  /// That score as a share of the best passage's.
  BM25_OF_BEST,
  /// The words' score over the text alone.
  BM25_TEXT,
  /// The words' score over the title and the topic's other names.
  BM25_TOPIC,
  /// The words' score over the question or the wording that fits best.
  BM25_WORDING,
  /// The share of the question that stands anywhere in the passage.
  COVERED,
  /// The share of the question that stands in the text.
  COVERED_TEXT,
  /// The share of the question that stands in the title and the topic's other names.
  COVERED_TOPIC,
  /// The share of the question that stands in the passage's question or wording that fits best.
  COVERED_WORDING,
  /// The share of that wording that the question says.
  WORDING_SAID,
  /// The English encoder's cosine to the text with its title and heading.
  ENGLISH_TEXT,
  /// The English encoder's cosine to the passage's question.
  ENGLISH_QUESTION,
  /// The bilingual encoder's cosine to the text with its title and heading.
  BILINGUAL_TEXT,
  /// The bilingual encoder's cosine to the passage's question.
  BILINGUAL_QUESTION,
  /// The bilingual encoder's cosine to the nearest wording.
  BILINGUAL_WORDING,
  /// The mean of the bilingual encoder's cosines to the three nearest wordings.
  BILINGUAL_WORDINGS,
  /// How far the nearest wording is behind the nearest of all passages, 0 or less.
  WORDING_BEHIND,
  /// Of the thirty nearest wordings of all, those of the passage, each 1 divided by its place.
  WORDING_VOTES,
  /// The share of these thirty that belongs to the passage's article.
  WORDING_ARTICLE,
  /// 1 where the question asks for the kind of section that the passage stands in.
  KIND_ASKED,
  /// 1 where the question asks for another kind of section.
  KIND_OTHER,
  /// 1 where the question names the article's topic.
  TOPIC_NAMED,
  /// How many words the longest such name has.
  TOPIC_NAMED_WORDS,
  /// 1 where the question names the topic of another article and not this one's.
  OTHER_TOPIC_NAMED,
  /// 1 where the question is of a matter that health education seldom holds (an animal, the law,
  /// a bill), and the passage does not speak of it.
  OTHER_MATTER,
  /// How many words with a meaning of their own the question has.
  QUESTION_WORDS,
  /// 1 where the passage is in the asker's language.
  SAME_LANGUAGE,
  /// 1 where the passage answers a question of its article whole.
  ANSWER,
  /// 1 divided by its place among the words' hits, from 1.
  RANK_WORDS,
  /// 1 divided by its place among the English encoder's hits.
  RANK_ENGLISH,
  /// 1 divided by its place among the bilingual encoder's hits.
  RANK_BILINGUAL,
  /// 1 divided by its place among all by the nearest wording.
  RANK_WORDING,
  /// 1 divided by its place by the fused value.
  RANK_FUSED,
  /// The fused value.
  FUSED
}
