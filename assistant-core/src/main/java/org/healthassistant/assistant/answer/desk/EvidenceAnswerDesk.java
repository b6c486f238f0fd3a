package org.healthassistant.assistant.answer.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.Answer.Mode;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.Chart;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.text.Language;

/// Answers from what the release and the record say: a greeting at once, a list of the record
/// as it stands, all else from evidence by a language model or by rule.
final class EvidenceAnswerDesk implements AnswerDesk {

  private final EvidenceFinder finder;
  private final RecordDesk records;
  private final ModelWriter model;
  private final FixedReplies replies;
  private final ExtractiveWriter extractive;
  private final OutOfScopeQuestions guard;
  private final FollowUpQuestions suggestions;
  private final GroundingCheck check;

  EvidenceAnswerDesk(
      EvidenceFinder finder,
      RecordDesk records,
      ModelWriter model,
      ExtractiveWriter extractive,
      OutOfScopeQuestions guard,
      FollowUpQuestions suggestions,
      GroundingCheck check,
      FixedReplies replies) {
    this.finder = finder;
    this.records = records;
    this.model = model;
    this.extractive = extractive;
    this.guard = guard;
    this.suggestions = suggestions;
    this.check = check;
    this.replies = replies;
  }

  @Override
  public Answer answer(Question question) {
    Optional<String> small = replies.small(question.text(), question.language());
    if (small.isPresent()) {
      return said(
          Action.ANSWER, question.language(), List.of(DraftSentence.connective(small.get())));
    }
    Optional<List<DraftSentence>> own =
        RecordListAnswers.BUILT_IN.lines(question, records, replies);
    if (own.isPresent()) {
      return ownList(question, own.get());
    }
    Optional<Evidence> evidence = finder
        .find(question)
        .filter(found ->
            found.otherLanguage() || !guard.asksForUnknown(question.text(), found.article()));
    if (evidence.isEmpty()) {
      return decline(question);
    }
    return guard
        .kind(question.text())
        .map(kind -> guarded(question, evidence.get(), kind))
        .orElseGet(() -> written(question, evidence.get()));
  }

  @Override
  public String writer() {
    return model.name().orElse("extractive");
  }

  @Override
  public Optional<Duration> timeout() {
    return model.timeout();
  }

  private Answer ownList(Question question, List<DraftSentence> lines) {
    CitationNumbering assembly = new CitationNumbering(lines);
    return new Answer(
        Action.ANSWER,
        assembly.sentences(),
        assembly.citations(),
        Mode.EXTRACTIVE,
        question.language(),
        List.of(),
        List.of(),
        assembly.facts().stream()
            .map(fact -> new Disclosure(fact.resource(), "answer"))
            .toList());
  }

  private Answer written(Question question, Evidence evidence) {
    Optional<ModelWriter.Text> text = model.write(question, evidence);
    List<DraftSentence> lines =
        text.map(ModelWriter.Text::lines).orElseGet(() -> extractive.write(evidence)).stream()
            .filter(this::isSupported)
            .toList();
    Mode mode = text.isPresent() ? Mode.GENERATED : Mode.EXTRACTIVE;
    return lines.isEmpty() ? decline(question) : answer(question, evidence, lines, mode);
  }

  private Answer guarded(Question question, Evidence evidence, String kind) {
    List<DraftSentence> vetted =
        guard.askTheTeam(evidence, kind).stream().filter(this::isSupported).toList();
    if (vetted.isEmpty()) {
      return decline(question);
    }
    List<DraftSentence> lines = new ArrayList<>();
    replies.notMine(kind, question.language()).ifPresent(lines::add);
    lines.addAll(vetted);
    lines.add(replies.say("person", question.language()));
    return answer(question, evidence, lines, Mode.EXTRACTIVE);
  }

  private Answer answer(
      Question question, Evidence evidence, List<DraftSentence> lines, Mode mode) {
    List<DraftSentence> all = new ArrayList<>();
    if (evidence.otherLanguage()) {
      all.add(replies.say("other-language", question.language()));
    }
    all.addAll(lines);
    CitationNumbering assembly = new CitationNumbering(all);
    return new Answer(
        Action.ANSWER,
        assembly.sentences(),
        assembly.citations(),
        mode,
        evidence.section().language(),
        charts(question, assembly.facts()),
        suggestions.about(evidence, assembly.sections(), question.language()),
        disclosures(assembly.facts()));
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
          .flatMap(code -> records.trend(question.subject().id(), code))
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
    return said(
        Action.DECLINE,
        question.language(),
        replies.decline(question.language()).stream()
            .map(sentence -> DraftSentence.connective(sentence.text()))
            .toList());
  }

  private static Answer said(Action action, Language language, List<DraftSentence> lines) {
    return new Answer(
        action,
        new CitationNumbering(lines).sentences(),
        List.of(),
        Mode.EXTRACTIVE,
        language,
        List.of(),
        List.of(),
        List.of());
  }
}
