package org.healthassistant.assistant.answer.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;

/// How well a passage goes with a message in its conversation: how likely it answers, how many of
/// the message's own words it has, and how near it is to what was spoken of before. The more a
/// message says itself, the less what stood before counts: so a new topic is noticed.
final class ConversationFit {

  private static final double OWN_IN_SUBJECT = .9;
  private static final double OWN_IN_TEXT = .2;
  private static final double BENDING = .2;
  private static final double BEFORE = .5;
  private static final double SAME_ARTICLE = .5;

  private final Set<String> own;
  private final Set<String> bending;
  private final List<Set<String>> before;
  private final Set<String> articles;

  /// @param articles ids of those that answer what was asked before; may be empty
  ConversationFit(String text, List<String> earlier, Set<String> articles) {
    QuestionCues cues = QuestionCues.BUILT_IN;
    this.own = ContentStems.in(cues.topicWords(text));
    this.bending = ContentStems.in(cues.bendingWords(text));
    this.before = earlier.stream()
        .map(cues::topicWords)
        .map(ContentStems::in)
        .filter(stems -> !stems.isEmpty())
        .toList();
    this.articles = Set.copyOf(articles);
  }

  /// Whether a hit may answer: one that is good enough, or one that comes near, of an article
  /// that was spoken of, and has words of the message, where it has some.
  boolean mayAnswer(SearchHit hit) {
    if (own.isEmpty() && !before.isEmpty()) {
      return staysWithSubject(hit.passage());
    }
    return hit.isGoodEnough()
        || articles.contains(hit.passage().articleId())
            && (own.isEmpty() || share(own, subject(hit.passage())) > 0);
  }

  /// Whether a passage is about something that was spoken of: of a message that names nothing
  /// itself, all else would be a change of the subject.
  private boolean staysWithSubject(Passage passage) {
    Set<String> subject = subject(passage);
    return articles.contains(passage.articleId())
        || before.stream().anyMatch(stems -> stems.stream().anyMatch(subject::contains));
  }

  /// The higher, the better.
  double rate(SearchHit hit) {
    Passage passage = hit.passage();
    Set<String> subject = subject(passage);
    Set<String> all = new HashSet<>(ContentStems.in(passage.text()));
    all.addAll(subject);
    double goesOn = BEFORE
            * before.stream().mapToDouble(stems -> share(stems, subject)).max().orElse(0)
        + (articles.contains(passage.articleId()) ? SAME_ARTICLE : 0);
    return hit.score()
        + OWN_IN_SUBJECT * share(own, subject)
        + OWN_IN_TEXT * share(own, all)
        + BENDING * share(bending, all)
        + goesOn / (1 + own.size() / 2.0);
  }

  /// What a passage is about: its article's names and how its question is asked.
  static Set<String> subject(Passage passage) {
    String asked = passage.asked() == null
        ? passage.section()
        : passage.asked().question() + " " + String.join(" ", passage.asked().wordings());
    return ContentStems.in(passage.title() + " " + String.join(" ", passage.also()) + " " + asked);
  }

  /// The share of some stems that others have; all where there are none.
  private static double share(Set<String> stems, Set<String> in) {
    return stems.isEmpty()
        ? 1
        : stems.stream().filter(in::contains).count() / (double) stems.size();
  }
}
