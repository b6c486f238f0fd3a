package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.Answer.Mode;
import org.healthassistant.assistant.answer.AnswerCitation;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.Exchange;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.record.RecordAnswers;
import org.healthassistant.assistant.answer.request.Request;
import org.healthassistant.assistant.answer.request.Requests;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;

/// Answers requests: most by a sentence that says what can be done and what was not; those on the
/// answer before by that answer, found anew.
final class RequestReplies {

  private static final String KEY = "request.";
  private static final String MORE = "more";

  private final EvidenceFinder finder;
  private final RecordAnswers ownRecord;
  private final OutOfScopeQuestions guard;
  private final FixedReplies replies;
  private final LearningReplies learning;

  RequestReplies(
      EvidenceFinder finder,
      RecordAnswers ownRecord,
      OutOfScopeQuestions guard,
      FixedReplies replies) {
    this.finder = finder;
    this.ownRecord = ownRecord;
    this.guard = guard;
    this.replies = replies;
    this.learning = new LearningReplies(finder, replies);
  }

  /// The question with only such messages before it as are no requests.
  static Question withoutRequests(Question question) {
    return question.after(question.talk().stream()
        .filter(before -> Requests.BUILT_IN.in(before.said()).isEmpty())
        .toList());
  }

  /// What is said to a request.
  ///
  /// @param anew answers a question as any other
  Answer answer(Question question, Request request, Function<Question, Answer> anew) {
    return switch (request.said()) {
      case "about-me" -> aboutMe(question);
      case "sources" -> sources(question);
      case "simpler" ->
        before(question)
            .map(anew)
            .map(answer -> shortened(answer, List.of(say(question, "simpler"))))
            .orElseGet(() -> said(question, "nothing-before"));
      case "shorter" ->
        before(question)
            .map(anew)
            .map(answer -> shortened(answer, List.of()))
            .orElseGet(() -> said(question, "nothing-before"));
      case MORE -> more(question);
      case "teach-back" -> learning.teachBack(question, before(question));
      case "doctor-questions" -> learning.doctorQuestions(question, before(question));
      default ->
        EvidenceAnswerDesk.said(
            Action.ANSWER,
            request.in().orElse(question.language()),
            List.of(replies.say(KEY + request.said(), request.in().orElse(question.language()))),
            List.of());
    };
  }

  private Answer aboutMe(Question question) {
    return ownRecord
        .everything(question)
        .map(own -> {
          List<DraftSentence> lines = new ArrayList<>(own.lines());
          lines.addFirst(say(question, "about-me"));
          lines.add(say(question, "about-me.chat"));
          return EvidenceAnswerDesk.ofRecord(
              question, new RecordAnswers.Lines(lines, own.charts()));
        })
        .orElseGet(() -> said(question, "about-me.unread"));
  }

  /// Where the answer before is from: what it told of the record from the record's source, all
  /// else from its articles.
  private Answer sources(Question question) {
    Optional<Question> before = before(question);
    if (before.flatMap(ownRecord::answer).isPresent()) {
      return EvidenceAnswerDesk.ofRecord(question, ownRecord.sources(question));
    }
    List<DraftSentence> lines = new ArrayList<>(List.of(say(question, "sources")));
    before
        .flatMap(finder::find)
        .map(found -> found.answering().stream()
            .map(one -> one.passage().title() + " (" + one.passage().publisher() + ")")
            .distinct()
            .collect(Collectors.joining("; ")))
        .ifPresent(titles ->
            lines.add(replies.say(KEY + "sources.last", question.language(), "titles", titles)));
    return EvidenceAnswerDesk.said(Action.ANSWER, question.language(), lines, List.of());
  }

  /// A further answer of the article: each time it is asked for the next.
  private Answer more(Question question) {
    Optional<Question> before = before(question);
    if (before.isEmpty()) {
      return said(question, "nothing-before");
    }
    long told =
        question.earlier().reversed().stream().takeWhile(text -> isMore(text)).count();
    return before
        .filter(one -> guard.kind(one.text()).isEmpty())
        .flatMap(finder::find)
        .flatMap(found -> untold(found)
            .skip(told)
            .findFirst()
            .map(next -> answer(question, next, found.release())))
        .orElseGet(() -> said(question, "more.none"));
  }

  private static boolean isMore(String text) {
    return Requests.BUILT_IN.in(text).filter(one -> one.said().equals(MORE)).isPresent();
  }

  /// The answers of the article that were not given, those nearest to the question first.
  private static Stream<Passage> untold(Evidence evidence) {
    Set<String> told = new HashSet<>();
    evidence.answering().forEach(one -> told.add(one.passage().id()));
    String article = evidence.section().articleId();
    return Stream.concat(evidence.others().stream(), evidence.article().stream())
        .filter(passage -> passage.articleId().equals(article))
        .filter(passage -> passage.asked() != null && passage.kind() != SectionKind.QUESTIONS)
        .filter(passage -> told.add(passage.id()));
  }

  /// The last message before that asked something, with those before it.
  static Optional<Question> before(Question question) {
    List<Exchange> asked = withoutRequests(question).talk();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(question.asking(asked.getLast().said(), asked.subList(0, asked.size() - 1)));
  }

  /// The answer's first vetted sentence, what stands before it, and when to get help.
  private static Answer shortened(Answer answer, List<DraftSentence> first) {
    if (answer.action() != Action.ANSWER || answer.citations().isEmpty()) {
      return answer;
    }
    List<AnswerSentence> kept = new ArrayList<>();
    first.forEach(line -> kept.add(new AnswerSentence(line.text(), List.of(), line.kind())));
    boolean told = false;
    for (AnswerSentence sentence : answer.sentences()) {
      boolean content = sentence.kind() == AnswerSentence.Kind.CONTENT;
      if (!content && sentence.kind() != AnswerSentence.Kind.RECORD || content && !told) {
        kept.add(sentence);
      }
      told |= content;
    }
    Set<String> cited =
        kept.stream().flatMap(one -> one.citations().stream()).collect(Collectors.toSet());
    return new Answer(
        answer.action(),
        kept,
        answer.citations().stream().filter(one -> cited.contains(one.id())).toList(),
        answer.mode(),
        answer.language(),
        List.of(),
        answer.suggestions(),
        answer.disclosures().stream()
            .filter(one -> answer.citations().stream()
                .anyMatch(citation -> citation instanceof AnswerCitation.RecordCitation own
                    && cited.contains(own.id())
                    && own.resource().equals(one.resource())))
            .toList(),
        Optional.empty(),
        answer.release());
  }

  private DraftSentence say(Question question, String said) {
    return replies.say(KEY + said, question.language());
  }

  private Answer said(Question question, String said) {
    return EvidenceAnswerDesk.said(
        Action.ANSWER, question.language(), List.of(say(question, said)), List.of());
  }

  private static Answer answer(Question question, Passage passage, String release) {
    return answer(
        question,
        passage.sentences().stream()
            .map(sentence -> DraftSentence.of(sentence.text(), passage))
            .toList(),
        release);
  }

  /// Lines as an answer of rules.
  static Answer answer(Question question, List<DraftSentence> lines, String release) {
    CitationNumbering numbered = new CitationNumbering(lines);
    return new Answer(
        Action.ANSWER,
        numbered.sentences(),
        numbered.citations(release),
        Mode.EXTRACTIVE,
        question.language(),
        List.of(),
        List.of(),
        numbered.facts().stream()
            .map(fact -> new Disclosure(fact.resource(), "answer"))
            .toList(),
        Optional.empty(),
        release);
  }
}
