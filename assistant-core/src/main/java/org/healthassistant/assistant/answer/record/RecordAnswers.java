package org.healthassistant.assistant.answer.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Chart;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.assistant.record.told.Reply;
import org.healthassistant.assistant.record.told.Told;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.knowledge.text.Language;

/// Answers questions to the patient's own record from the record alone.
public final class RecordAnswers {

  private final RecordDesk records;
  private final ClinicalClock clock;
  private final PatientWords words;
  private final RecordQuestionReader reader = new RecordQuestionReader(QuestionWords.BUILT_IN);

  public RecordAnswers(RecordDesk records, ClinicalClock clock, PatientWords words) {
    this.records = records;
    this.clock = clock;
    this.words = words;
  }

  /// What is said to a question.
  ///
  /// @param lines in reading order
  /// @param charts trends that belong to them; may be empty
  public record Lines(List<DraftSentence> lines, List<Chart> charts) {

    /// Copies both.
    public Lines {
      lines = List.copyOf(lines);
      charts = List.copyOf(charts);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// The answer; empty for a question that is not to the asker's own record, or names nothing
  /// that is in it. Where the record may not be used or is not there, that is said.
  public Optional<Lines> answer(Question question) {
    return reader.read(question.text(), clock.today()).flatMap(asked -> answer(question, asked));
  }

  private Optional<Lines> answer(Question question, RecordQuestion asked) {
    Language language = question.language();
    if (!question.recordMayBeUsed() || !question.subject().isPatient()) {
      return asked.isFirm() ? unknown("unread", asked, language) : Optional.empty();
    }
    return records
        .tell(question.viewer(), asked, language)
        .flatMap(reply -> switch (reply.status()) {
          case NOT_SHARED -> unknown("not-shared", asked, language);
          case NOT_AVAILABLE -> unknown("no-copy", asked, language);
          case TOLD -> Optional.of(told(question, reply));
        });
  }

  /// That the record is not there; empty of how a medicine is taken or what it is for, which the
  /// articles say too.
  private Optional<Lines> unknown(String why, RecordQuestion asked, Language language) {
    boolean said = asked.part() == RecordQuestion.Part.MEDICINES
        && asked.isNamed()
        && (asked.aspect() == RecordQuestion.Aspect.HOW
            || asked.aspect() == RecordQuestion.Aspect.WHAT_FOR);
    return said ? Optional.empty() : Optional.of(closed(why, language));
  }

  /// All that the record holds, in short; empty where it may not be used, is not shared or is not
  /// there.
  public Optional<Lines> everything(Question question) {
    return question.recordMayBeUsed()
            && question.subject().isPatient()
            && records.isShared(question.viewer())
        ? tellWhole(question, RecordQuestion.Part.EVERYTHING)
        : Optional.empty();
  }

  /// Where the record comes from; where it may not be used, that.
  public Lines sources(Question question) {
    return tellWhole(question, RecordQuestion.Part.SOURCES)
        .orElseGet(() -> closed("unread", question.language()));
  }

  private Optional<Lines> tellWhole(Question question, RecordQuestion.Part part) {
    RecordQuestion whole =
        new RecordQuestion(part, RecordQuestion.Aspect.LAST, List.of(), " ", " ", null, null);
    return answer(question, whole);
  }

  private Lines closed(String why, Language language) {
    return new Lines(List.of(connective(why, language)), List.of());
  }

  private DraftSentence connective(String key, Language language) {
    return DraftSentence.connective(words.say("answer." + key, language));
  }

  private Lines told(Question question, Reply reply) {
    List<DraftSentence> lines = new ArrayList<>();
    reply.lines().forEach(line -> lines.add(draft(line)));
    lines.add(connective("ask", question.language()));
    List<Chart> charts = reply.lines().stream()
        .flatMap(line -> line.chart().stream())
        .distinct()
        .flatMap(code -> chart(question, code).stream())
        .toList();
    return new Lines(lines, charts);
  }

  private static DraftSentence draft(Told line) {
    return line.sources().isEmpty()
        ? DraftSentence.connective(line.text())
        : new DraftSentence(
            line.text(),
            AnswerSentence.Kind.RECORD,
            line.sources().stream()
                .distinct()
                .map(source -> (EvidenceItem) new EvidenceItem.Own(fact(line, source)))
                .toList());
  }

  private static RecordFact fact(Told line, Entry source) {
    return new RecordFact(
        line.text(),
        source.source(),
        source.label(),
        day(source),
        Told.snippet(source),
        line.chart());
  }

  private static Optional<LocalDate> day(Entry source) {
    return Optional.ofNullable(source.date())
        .filter(date -> date.precision() == PartialDate.Precision.DAY)
        .map(PartialDate::earliest);
  }

  private Optional<Chart> chart(Question question, String code) {
    return records
        .trend(question.viewer(), code)
        .filter(trend -> trend.points().size() > 1)
        .map(trend -> new Chart(
            words.say("answer.chart", question.language(), "label", trend.title()), trend.code()));
  }
}
