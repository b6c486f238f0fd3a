package org.healthassistant.assistant.answer.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.desk.ContextQuestions.Continued;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.TopicChange;
import org.healthassistant.assistant.answer.record.RecordAnswers;
import org.healthassistant.assistant.answer.request.Request;
import org.healthassistant.assistant.answer.request.Requests;

/// Hears how a message is meant in its conversation before anything is looked up: a request is
/// answered at once, what points to nothing is asked back, all else is a question.
final class ConversationDesk implements AnswerDesk {

  private static final int MOST_ASKED_BACK = 2;

  private final AnswerDesk questions;
  private final EvidenceFinder finder;
  private final RecordAnswers ownRecord;
  private final RequestReplies requests;
  private final FixedReplies replies;
  private final ContextQuestions context;
  private final LearningReplies learning;

  /// @param questions answers what is a question
  ConversationDesk(
      AnswerDesk questions,
      EvidenceFinder finder,
      RecordAnswers ownRecord,
      RequestReplies requests,
      FixedReplies replies) {
    this.questions = questions;
    this.finder = finder;
    this.ownRecord = ownRecord;
    this.requests = requests;
    this.replies = replies;
    this.context = new ContextQuestions(replies);
    this.learning = new LearningReplies(finder, replies);
  }

  @Override
  public Answer answer(Question written, Consumer<AnswerSentence> showing) {
    Optional<Continued> continued = context.continued(written, EvidenceFinder::isBare);
    if (continued.isPresent() && continued.get().which()) {
      return context.askWhich(written);
    }
    if (continued.isPresent()) {
      Question base = context.informed(continued.get().question());
      return continued.get().unknown()
          ? opened("context.general", base, showing)
          : questions.answer(base, showing);
    }
    if (learning.isDeclined(written)) {
      return said(Action.ANSWER, written, replies.say("request.all-right", written.language()));
    }
    Optional<Request> request = Requests.BUILT_IN
        .in(written.text())
        .filter(one -> !one.recordFirst() || ownRecord.answer(written).isEmpty());
    if (request.isPresent()) {
      return requests.answer(written, request.get(), this::answer);
    }
    Optional<Question> explained = RequestReplies.before(written);
    if (explained.isPresent() && learning.isTold(written, explained)) {
      return opened(LearningReplies.COMPARE, explained.get(), showing);
    }
    Question question =
        context.informed(TopicChange.sinceNewTopic(RequestReplies.withoutRequests(written)));
    Optional<String> unclear = replies.wordless(question.text(), question.language());
    if (unclear.isPresent()) {
      return said(Action.ANSWER, question, DraftSentence.connective(unclear.get()));
    }
    return finder.pointsNowhere(question) && ownRecord.answer(question).isEmpty()
        ? askedBack(question)
        : questions.answer(question, showing);
  }

  /// An answer after a sentence that says what it is: the general one, or shown again.
  private Answer opened(String key, Question question, Consumer<AnswerSentence> showing) {
    DraftSentence said = replies.say(key, question.language());
    AnswerSentence first = new AnswerSentence(said.text(), List.of(), said.kind());
    boolean[] begun = {false};
    Answer answer = questions.answer(question, sentence -> {
      if (!begun[0]) {
        begun[0] = true;
        showing.accept(first);
      }
      showing.accept(sentence);
    });
    return answer.action() == Action.ANSWER ? answer.openedBy(first) : answer;
  }

  /// Asks what is meant, at most twice in a row.
  private Answer askedBack(Question question) {
    return question.earlier().size() < MOST_ASKED_BACK
        ? said(Action.CLARIFY, question, replies.say("clarify", question.language()))
        : decline(question);
  }

  private static Answer said(Action action, Question question, DraftSentence line) {
    return EvidenceAnswerDesk.said(action, question.language(), List.of(line), List.of());
  }

  @Override
  public Answer decline(Question question) {
    return questions.decline(question);
  }

  @Override
  public String writer() {
    return questions.writer();
  }

  @Override
  public Optional<Duration> timeout() {
    return questions.timeout();
  }
}
