package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// What could be asked next: the other questions of the article that answered.
final class FollowUpQuestions {

  private static final int MOST = 3;

  private FollowUpQuestions() {}

  /// At most three questions that the article answers and that were not just answered: first
  /// those that the question came near to. Empty for an article that is not in the asker's
  /// language.
  ///
  /// @param told ids of the passages that were quoted
  static List<String> about(Evidence evidence, Set<String> told, Language language) {
    String article = evidence.section().articleId();
    Stream<Passage> near =
        evidence.others().stream().filter(passage -> passage.articleId().equals(article));
    return Stream.concat(near, evidence.article().stream())
        .filter(passage -> passage.language() == language && !told.contains(passage.id()))
        .filter(passage -> passage.kind() != SectionKind.QUESTIONS)
        .flatMap(passage -> Stream.ofNullable(passage.asked()))
        .map(Asked::question)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
