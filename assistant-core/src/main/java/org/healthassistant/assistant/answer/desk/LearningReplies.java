package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.context.ContextReader;
import org.healthassistant.assistant.answer.context.ContextWords;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// Helps to keep what was explained: asks the patient to say it in own words, and gives the
/// article's questions for the visit. Nothing is graded: what the article says is shown again.
final class LearningReplies {

  /// The key of what is said before what was explained is shown again.
  static final String COMPARE = "request.teach-back.compare";

  private static final String TEACH_BACK = "request.teach-back";
  private static final String DOCTOR_QUESTIONS = "request.doctor-questions";
  private static final String MARK = "\u0001";

  private final EvidenceFinder finder;
  private final FixedReplies replies;

  LearningReplies(EvidenceFinder finder, FixedReplies replies) {
    this.finder = finder;
    this.replies = replies;
  }

  /// Asks the question that the last answer was the answer to.
  ///
  /// @param before what was asked last; empty where nothing was
  Answer teachBack(Question question, Optional<Question> before) {
    return before
        .flatMap(finder::find)
        .map(Evidence::section)
        .filter(passage -> passage.language() == question.language())
        .flatMap(passage -> Optional.ofNullable(passage.asked()))
        .map(Asked::question)
        .map(asked -> EvidenceAnswerDesk.said(
            Action.CLARIFY,
            question.language(),
            List.of(replies.say(TEACH_BACK, question.language(), "question", asked)),
            List.of()))
        .orElseGet(() -> said(question, "request.nothing-before"));
  }

  /// Whether a message says that nothing is to be said in own words.
  boolean isDeclined(Question question) {
    return isAsked(question) && ContextWords.BUILT_IN.declines(question.text());
  }

  private boolean isAsked(Question question) {
    return !question.talk().isEmpty() && asksBack(question.talk().getLast().replied());
  }

  /// Whether a message is what was to be said in own words: it names no topic, or shares a
  /// content word with what was explained.
  ///
  /// @param before what was asked last; empty where nothing was
  boolean isTold(Question question, Optional<Question> before) {
    return isAsked(question)
        && !question.text().contains("?")
        && !ContextReader.BUILT_IN.asks(question.text())
        && (EvidenceFinder.isBare(question.text()) || isAbout(question.text(), before));
  }

  private boolean isAbout(String text, Optional<Question> before) {
    Set<String> told = ContentStems.in(text);
    return before
        .flatMap(finder::find)
        .map(Evidence::section)
        .filter(passage -> passage.sentences().stream()
            .anyMatch(each -> ContentStems.in(each.text()).stream().anyMatch(told::contains)))
        .isPresent();
  }

  private boolean asksBack(String replied) {
    for (Language language : Language.values()) {
      String form = replies.text(TEACH_BACK, language, "question", MARK);
      if (replied.contains(form.substring(0, form.indexOf(MARK)))) {
        return true;
      }
    }
    return false;
  }

  /// The questions for a visit that the article of the last answer has.
  ///
  /// @param before what was asked last; empty where nothing was
  Answer doctorQuestions(Question question, Optional<Question> before) {
    return before
        .flatMap(finder::find)
        .flatMap(found -> found.article().stream()
            .filter(passage -> passage.kind() == SectionKind.QUESTIONS)
            .findFirst()
            .map(passage -> RequestReplies.answer(
                question, lines(question.language(), passage), found.release())))
        .orElseGet(() -> said(question, DOCTOR_QUESTIONS + ".none"));
  }

  private List<DraftSentence> lines(Language language, Passage passage) {
    List<DraftSentence> lines = new ArrayList<>(List.of(replies.say(DOCTOR_QUESTIONS, language)));
    passage.sentences().forEach(each -> lines.add(DraftSentence.of(each.text(), passage)));
    return lines;
  }

  private Answer said(Question question, String key) {
    return EvidenceAnswerDesk.said(
        Action.ANSWER,
        question.language(),
        List.of(replies.say(key, question.language())),
        List.of());
  }
}
