package org.healthassistant.assistant.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.RoomsUnderTest;
import org.healthassistant.knowledge.text.Language;

/// The answer room with those below it: the starter release, the built-in encoders, the demo
/// patients.
public final class AnswerRooms implements AutoCloseable {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  public final RoomsUnderTest rooms;

  public AnswerRooms() {
    rooms = RoomsUnderTest.on(
        TestDatabase.H2, Map.of("assistant.time-zone", "America/New_York"), "library", "answer");
  }

  AnswerDesk desk() {
    return rooms.bean(AnswerDesk.class);
  }

  public Library library() {
    return rooms.bean(Library.class);
  }

  public Question question(String patient, Language language, String text, String... earlier) {
    return question(rooms.patient(patient), language, text, earlier);
  }

  public static Question question(
      Subject subject, Language language, String text, String... earlier) {
    return new Question(
        subject,
        text,
        language,
        Optional.empty(),
        true,
        true,
        List.of(earlier),
        disclosure -> {},
        BUDGET);
  }

  /// A question in a conversation in which something may be asked back.
  public static Question asking(
      Subject subject, Language language, String text, List<Exchange> talk) {
    return new Question(
        subject,
        text,
        language,
        Optional.empty(),
        true,
        true,
        talk,
        disclosure -> {},
        BUDGET,
        true,
        Circumstances.NONE);
  }

  /// An answer as people read it, each sentence with its marks.
  static String written(Answer answer) {
    StringBuilder text = new StringBuilder();
    text.append(answer.action())
        .append(' ')
        .append(answer.mode())
        .append(' ')
        .append(answer.language())
        .append('\n');
    for (AnswerSentence sentence : answer.sentences()) {
      text.append("  ").append(sentence.kind()).append(": ").append(sentence.text());
      sentence.citations().forEach(id -> text.append(" [").append(id).append(']'));
      text.append('\n');
    }
    for (AnswerCitation citation : answer.citations()) {
      text.append("  ")
          .append(
              switch (citation) {
                case AnswerCitation.ContentCitation c ->
                  c.id() + " = " + c.page().replaceFirst("\\?release=[^#]*", "");
                case AnswerCitation.RecordCitation r ->
                  r.id() + " = " + r.resource() + ", " + r.label() + ", " + r.snippet();
              })
          .append('\n');
    }
    answer
        .charts()
        .forEach(c -> text.append("  chart ")
            .append(c.loinc())
            .append(": ")
            .append(c.title())
            .append('\n'));
    answer.suggestions().forEach(s -> text.append("  ask: ").append(s).append('\n'));
    return text.toString();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
