package org.healthassistant.assistant.answer.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.Answer.Mode;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Chart;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.Completeness;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.evidence.SaidReading;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.record.RecordAnswers;
import org.healthassistant.assistant.answer.request.ForWhom;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.text.Language;

/// Answers from what the release and the record say: a question to the record from it, all else
/// from evidence by a language model or by rule. A question about somebody else is answered
/// without the writer's record.
final class EvidenceAnswerDesk implements AnswerDesk {

  private final EvidenceFinder finder;
  private final RecordDesk records;
  private final ModelWriter model;
  private final FixedReplies replies;
  private final ExtractiveWriter extractive;
  private final OutOfScopeQuestions guard;
  private final RecordAnswers ownRecord;
  private final GroundingCheck check;
  private final ContextQuestions context;

  EvidenceAnswerDesk(
      EvidenceFinder finder,
      RecordDesk records,
      ModelWriter model,
      ExtractiveWriter extractive,
      OutOfScopeQuestions guard,
      RecordAnswers ownRecord,
      GroundingCheck check,
      FixedReplies replies) {
    this.finder = finder;
    this.records = records;
    this.model = model;
    this.extractive = extractive;
    this.guard = guard;
    this.ownRecord = ownRecord;
    this.check = check;
    this.replies = replies;
    this.context = new ContextQuestions(replies);
  }

  @Override
  public Answer answer(Question question, Consumer<AnswerSentence> showing) {
    Answer answer = answered(question, showing);
    if (answer.action() == Action.DECLINE) {
      finder.missed(question);
    }
    return answer;
  }

  private Answer answered(Question question, Consumer<AnswerSentence> showing) {
    Optional<RecordAnswers.Lines> own = ownRecord.answer(question);
    if (own.isPresent()) {
      return ofRecord(question, own.get());
    }
    ForWhom whom = ForWhom.of(question.text(), question.earlier());
    Optional<Evidence> found = finder
        .find(question)
        .filter(
            one -> one.otherLanguage() || !guard.asksForUnknown(question.text(), one.article()));
    if (found.isEmpty()) {
      return decline(question, finder.nearly(question));
    }
    Evidence evidence = whom == ForWhom.WRITER ? found.get() : found.get().withoutOwn();
    List<DraftSentence> note = new ArrayList<>(leftOut(question, whom, found.get()));
    SaidReading.question(question.text(), question.language())
        .map(told -> replies.say("said-reading", question.language()))
        .ifPresent(note::add);
    Optional<String> kind = guard.kind(question.text());
    if (kind.isPresent()) {
      return guarded(question, evidence, note, kind.get());
    }
    return finder
        .missing(question, found.get(), whom)
        .map(missing -> context.ask(question, missing))
        .orElseGet(() -> written(question, evidence, note, showing));
  }

  /// That the writer's record was left out: where somebody is named always, of people in general
  /// where it would have added something.
  private List<DraftSentence> leftOut(Question question, ForWhom whom, Evidence found) {
    boolean said = switch (whom) {
      case WRITER -> false;
      case PEOPLE -> found.hasOwn();
      case ANOTHER -> question.recordMayBeUsed() && records.isShared(question.viewer());
    };
    return said ? List.of(replies.say("another", question.language())) : List.of();
  }

  @Override
  public String writer() {
    return model.name().orElse("extractive");
  }

  @Override
  public Optional<Duration> timeout() {
    return model.timeout();
  }

  /// What the record says, as an answer.
  static Answer ofRecord(Question question, RecordAnswers.Lines own) {
    CitationNumbering assembly = new CitationNumbering(own.lines());
    return new Answer(
        Action.ANSWER,
        assembly.sentences(),
        assembly.citations(""),
        Mode.EXTRACTIVE,
        question.language(),
        own.charts(),
        List.of(),
        disclosures(assembly.facts()),
        Optional.empty(),
        null);
  }

  private Answer written(
      Question question,
      Evidence evidence,
      List<DraftSentence> note,
      Consumer<AnswerSentence> showing) {
    CitationNumbering shown = new CitationNumbering(List.of());
    Optional<ModelWriter.Text> text = model.write(question, evidence, line -> {
      if (shown.sentences().isEmpty()) {
        opening(question, evidence, note).forEach(first -> showing.accept(shown.add(first)));
      }
      showing.accept(shown.add(line));
    });
    List<DraftSentence> lines = text.map(ModelWriter.Text::lines)
        .orElseGet(
            () -> extractive.write(evidence).stream().filter(this::isSupported).toList());
    Mode mode = text.isPresent() ? Mode.GENERATED : Mode.EXTRACTIVE;
    return lines.isEmpty() ? decline(question) : answer(question, evidence, note, lines, mode);
  }

  /// What is said before an answer: whom it leaves out, and that it is in the other language.
  private List<DraftSentence> opening(
      Question question, Evidence evidence, List<DraftSentence> note) {
    List<DraftSentence> opening = new ArrayList<>(note);
    if (evidence.otherLanguage()) {
      opening.add(replies.say("other-language", question.language()));
    }
    return opening;
  }

  private Answer guarded(
      Question question, Evidence evidence, List<DraftSentence> note, String kind) {
    List<DraftSentence> vetted =
        guard.askTheTeam(evidence, kind).stream().filter(this::isSupported).toList();
    if (vetted.isEmpty()) {
      return decline(question);
    }
    List<DraftSentence> lines = new ArrayList<>();
    replies.notMine(kind, question.language()).ifPresent(lines::add);
    lines.addAll(vetted);
    lines.add(replies.say("person", question.language()));
    return answer(question, evidence, note, lines, Mode.EXTRACTIVE);
  }

  private Answer answer(
      Question question,
      Evidence evidence,
      List<DraftSentence> note,
      List<DraftSentence> lines,
      Mode mode) {
    List<DraftSentence> all = new ArrayList<>(opening(question, evidence, note));
    all.addAll(lines);
    CitationNumbering assembly = new CitationNumbering(all);
    return new Answer(
        Action.ANSWER,
        assembly.sentences(),
        assembly.citations(evidence.release()),
        mode,
        evidence.section().language(),
        charts(question, assembly.facts()),
        FollowUpQuestions.about(evidence, assembly.passages(), question.language()),
        disclosures(assembly.facts()),
        Optional.of(Completeness.of(evidence, ExtractiveWriter.help(evidence).stream(), lines)),
        evidence.release());
  }

  private boolean isSupported(DraftSentence line) {
    return line.sources().isEmpty()
        || check.check(
                line.text(), line.sources().stream().map(EvidenceItem::text).toList())
            instanceof GroundingCheck.Supported;
  }

  private List<Chart> charts(Question question, List<RecordFact> facts) {
    List<Chart> charts = new ArrayList<>();
    for (RecordFact fact : facts) {
      fact.loinc()
          .flatMap(code -> records.trend(question.viewer(), code))
          .filter(trend -> trend.points().size() > 1)
          .ifPresent(trend -> charts.add(new Chart(
              replies.text("chart", question.language(), "label", trend.title()), trend.code())));
    }
    return charts;
  }

  private static List<Disclosure> disclosures(List<RecordFact> told) {
    return told.stream().map(fact -> new Disclosure(fact.resource(), "answer")).toList();
  }

  @Override
  public Answer decline(Question question) {
    return decline(question, List.of());
  }

  /// @param instead questions that could be asked instead
  private Answer decline(Question question, List<String> instead) {
    List<DraftSentence> lines = replies.decline(question.language()).stream()
        .map(sentence -> DraftSentence.connective(sentence.text()))
        .toList();
    return said(Action.DECLINE, question.language(), lines, instead);
  }

  /// An answer without evidence.
  static Answer said(
      Action action, Language language, List<DraftSentence> lines, List<String> suggestions) {
    return new Answer(
        action,
        new CitationNumbering(lines).sentences(),
        List.of(),
        Mode.EXTRACTIVE,
        language,
        List.of(),
        suggestions,
        List.of(),
        Optional.empty(),
        null);
  }
}
