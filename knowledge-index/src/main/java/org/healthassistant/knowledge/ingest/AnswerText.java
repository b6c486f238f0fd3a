package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Conditional;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;

/// One answer as it is gathered, and what would make it unsafe to show it whole or to quote a
/// sentence of it (`answers.yaml`): length, a sentence that leans on another, a list.
final class AnswerText {
  static final Rules RULES = DataFile.read(AnswerText.class, "answers.yaml", Rules.class);
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.-][\\p{L}\\p{M}\\p{N}]+)*");

  private final SourceText source;
  private final Language language;
  private final String question;
  private final int line;
  private final Notes notes;
  private final List<Problem> problems;
  private final List<String> paragraphs = new ArrayList<>();

  /// The rules of the form.
  ///
  /// @param leading first words that point at another sentence, in lower case, by language
  /// @param words the most of an answer
  /// @param sentences the most of an answer
  /// @param asks the fewest wordings of a question
  /// @param answers the fewest of an article
  /// @param acting words of headings and questions where the reader acts
  /// @param safety what makes a sentence one that may stand in more than one article
  /// @param grades the highest reading grades
  record Rules(
      Map<Language, List<String>> leading,
      int words,
      int sentences,
      int asks,
      int answers,
      List<String> acting,
      List<String> safety,
      Grades grades) {}

  /// The highest reading grades: of one sentence, of one answer, and of an article's answers in
  /// the mean, where the reader acts and elsewhere.
  record Grades(
      double sentence, double actingAnswer, double answer, double actingMean, double mean) {}

  AnswerText(
      SourceText source,
      Language language,
      String question,
      int line,
      Notes notes,
      List<Problem> problems) {
    this.source = source;
    this.language = language;
    this.question = question;
    this.line = line;
    this.notes = notes;
    this.problems = problems;
    if (!question.endsWith("?")) {
      problems.add(source.problem(
          line, "question", "an answer's heading is no question", "end it with '?'"));
    }
    notes.conditionals().forEach(this::checkConditional);
  }

  String question() {
    return question;
  }

  void paragraph(String words, int at) {
    paragraphs.add(words);
    for (Span span : SentenceSplitter.split(words, language)) {
      checkAlone(span.in(words), at);
    }
  }

  void noList(int at) {
    problems.add(source.misleading(
        at, "answer-list", "an answer holds a list", "write it as whole sentences"));
  }

  /// The answer; empty when it has no text, which is then a problem.
  Optional<Answer> close(String anchor) {
    if (paragraphs.isEmpty()) {
      problems.add(source.problem(
          line, "empty-answer", "the question has no answer", "write it or remove the question"));
      return Optional.empty();
    }
    Answer answer =
        new Answer(question, anchor, notes.asks(), notes.value(), notes.conditionals(), paragraphs);
    checkLength(answer);
    return Optional.of(answer);
  }

  /// How many words a text has.
  static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  private void checkLength(Answer answer) {
    int words = words(answer.text());
    if (words > RULES.words()) {
      problems.add(source.problem(
          line,
          "long-answer",
          "the answer has " + words + " words",
          "at most " + RULES.words() + ": make two questions of it"));
    }
    int sentences = SentenceSplitter.split(answer.text(), language).size();
    if (sentences > RULES.sentences()) {
      problems.add(source.problem(
          line,
          "long-answer",
          "the answer has " + sentences + " sentences",
          "at most " + RULES.sentences() + ": make two questions of it"));
    }
  }

  private void checkConditional(Conditional conditional) {
    String sentence = conditional.sentence();
    if (SentenceSplitter.split(sentence, language).size() > 1) {
      problems.add(source.problem(
          source.lineOf(sentence),
          "conditional",
          "a condition has more than one sentence",
          "write each with its own '> if …:'"));
    }
    checkAlone(sentence, source.lineOf(sentence));
  }

  private void checkAlone(String sentence, int at) {
    String plain = plain(sentence);
    for (String word : language.pick(RULES.leading())) {
      if (plain.startsWith(word + " ")) {
        problems.add(source.misleading(
            at,
            "stands-alone",
            "a sentence begins with '" + word + "': " + start(sentence),
            "name its subject instead"));
        return;
      }
    }
    if (LeadIns.lacksItsEnd(sentence)) {
      problems.add(source.misleading(
          at,
          "stands-alone",
          "a sentence leads to another: " + start(sentence),
          "make whole sentences of both"));
    }
  }

  private static String start(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }

  private static String plain(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
