package org.healthassistant.assistant.answer.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.context.ContextWords;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;

/// Tells which passages may answer some words at all, however near they come: questions to put to
/// a care team answer only who asks for questions, and whether a medicine may be taken is said by
/// what is about that medicine, not by what only mentions it.
///
/// @param text the message
/// @param asked what is looked up for it
record PassageChoice(String text, String asked) {

  /// Whether a hit may answer.
  boolean mayAnswer(SearchHit hit) {
    return !holdsQuestionsOnly(hit.passage()) || QuestionCues.BUILT_IN.asksForQuestions(text);
  }

  /// Whether it is asked whether one medicine may be taken, and nothing else is named.
  boolean isOfOneMedicine() {
    Set<String> medicines = Medicines.BUILT_IN.namedIn(asked);
    return medicines.size() == 1
        && ContextWords.BUILT_IN.asksOfUse(asked)
        && namesNothingBut(medicines);
  }

  /// The hits of articles named after the medicine, where such a question is asked: those that
  /// come near too, where anything was found that is good enough. Empty of any other question,
  /// and where nothing was.
  ///
  /// @param least what a hit is at least likely to answer
  List<SearchHit> ofTheMedicine(List<SearchHit> hits, double least) {
    return hits.stream().anyMatch(hit -> hit.score() >= least)
        ? hits.stream().filter(this::isOfTheMedicine).toList()
        : List.of();
  }

  /// Whether such a question is asked, and a hit is of an article named after the medicine.
  boolean isOfTheMedicine(SearchHit hit) {
    return isOfOneMedicine() && isNamedAfter(hit.passage(), Medicines.BUILT_IN.namedIn(asked));
  }

  /// Whether a passage speaks of children, and not of the unborn: what is right for a grown-up
  /// may harm a child.
  boolean isOfChild(Passage passage) {
    String question =
        passage.asked() == null ? passage.section() : passage.asked().question();
    return QuestionCues.BUILT_IN.isOfChild(question + " " + passage.text())
        && (!QuestionCues.BUILT_IN.isOfPregnancy(question)
            || QuestionCues.BUILT_IN.isOfPregnancy(asked));
  }

  private boolean namesNothingBut(Collection<String> medicines) {
    return Stream.of(QuestionCues.BUILT_IN.topicWords(asked).split(" "))
        .filter(word -> !word.isBlank())
        .allMatch(word -> medicines.containsAll(Medicines.BUILT_IN.namedIn(word))
            && !Medicines.BUILT_IN.namedIn(word).isEmpty());
  }

  private static boolean isNamedAfter(Passage passage, Set<String> medicines) {
    String names = passage.title() + " " + String.join(" ", passage.also());
    return Medicines.BUILT_IN.namedIn(names).containsAll(medicines);
  }

  private static boolean holdsQuestionsOnly(Passage passage) {
    return !passage.sentences().isEmpty()
        && passage.sentences().stream().allMatch(sentence -> sentence.text().endsWith("?"));
  }
}
