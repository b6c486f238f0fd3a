package org.healthassistant.assistant.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Reads what is answered to the question whether a person is safe, which the wording of a
/// danger asks at its end (`protocol/safe.yaml`).
///
/// It has no choices, and nothing of it is asked a second time. No, and less than a yes, is an
/// `EMERGENCY`; a yes is `ROUTINE`, so that the care team reads it, and lowers nothing.
final class SafeAnswers {

  /// Stands in [Progress#protocol]; the question is the category that it was asked about.
  static final String ID = "safe";

  private static final String RULE = "asked-safe-";

  private final File file;
  private final Read read;
  private final Slips slips;

  /// As the file has it.
  ///
  /// @param answerWords longer ones are messages of their own as well
  /// @param mostWords a message of more words that begins with no or yes answers nothing
  /// @param pictures which answer a picture is: `yes` or `no`
  /// @param harmless denials of the danger itself
  /// @param whole what is no only as the whole message
  record File(
      Protocol.Source source,
      int answerWords,
      int mostWords,
      Map<String, String> pictures,
      Map<Language, List<String>> unsafe,
      Map<Language, List<String>> unsure,
      Map<Language, List<String>> harmless,
      Map<Language, List<String>> whole,
      Map<Language, List<String>> no,
      Map<Language, List<String>> yes) {}

  private record Read(
      Phrases unsafe, Phrases unsure, Phrases harmless, Phrases whole, Phrases no, Phrases yes) {}

  SafeAnswers(File file) {
    this.file = file;
    read = new Read(
        phrases(file.unsafe()),
        phrases(file.unsure()),
        phrases(file.harmless()),
        phrases(file.whole()),
        phrases(file.no()),
        phrases(file.yes()));
    slips = Slips.into(Stream.of(read.no(), read.yes()), Set.of());
  }

  private static Phrases phrases(@Nullable Map<Language, List<String>> said) {
    return Phrases.of(Objects.requireNonNullElse(said, Map.of()), Set.of());
  }

  /// That it was just asked, about a category.
  static Progress asked(String category) {
    return new Progress(ID, category, Map.of(), 1);
  }

  static boolean isIts(Progress progress) {
    return progress.protocol().equals(ID);
  }

  /// What a message answers; empty where it does not tell.
  Optional<Hearing> hear(Progress progress, String text) {
    Words words = slips.mend(Words.of(inWords(text), Set.of()));
    return answer(words).map(answer -> {
      Progress answered = progress.answered(progress.question(), answer.name());
      return new Hearing.Done(
          answered,
          answer.disposition(progress.question()),
          answer == Answer.YES && words.words().size() > file.answerWords());
    });
  }

  /// As one clause: `no, i am safe` is one answer.
  private String inWords(String text) {
    String said = text;
    for (Map.Entry<String, String> picture : file.pictures().entrySet()) {
      said = said.replace(picture.getKey(), " " + picture.getValue() + " ");
    }
    StringBuilder oneClause = new StringBuilder(said);
    for (int at = 0; at < oneClause.length(); at++) {
      if (Words.endsClause(oneClause.charAt(at))) {
        oneClause.setCharAt(at, ' ');
      }
    }
    return oneClause.toString();
  }

  private Optional<Answer> answer(Words words) {
    boolean longer = words.words().size() > file.mostWords();
    if (words.isEmpty() || longer) {
      return Optional.empty();
    }
    if (words.has(read.harmless())) {
      return Optional.of(Answer.YES);
    }
    if (words.has(read.unsure())) {
      return Optional.of(Answer.UNSURE);
    }
    if (words.has(read.unsafe()) || words.is(read.whole()) || words.startsWith(read.no())) {
      return Optional.of(Answer.NO);
    }
    return words.startsWith(read.yes()) ? Optional.of(Answer.YES) : Optional.empty();
  }

  /// What it comes to that nobody answered: nothing but that it is told.
  static Disposition silence(Progress progress) {
    return new Disposition(
        Level.ROUTINE,
        progress.question(),
        RULE + "silent",
        "Asked whether the person is safe, and got no answer.");
  }

  /// Whether a finding is one of these answers.
  static boolean isAnswer(String rule) {
    return rule.startsWith(RULE);
  }

  /// Whether a finding is an answer that is less than a yes.
  static boolean isNo(String rule) {
    return rule.equals(RULE + Answer.NO.code) || rule.equals(RULE + Answer.UNSURE.code);
  }

  /// What may be answered.
  private enum Answer {
    YES("yes", Level.ROUTINE, "Asked whether the person is safe: answered yes. Lowers nothing."),
    UNSURE("unsure", Level.EMERGENCY, "Asked whether the person is safe: not sure."),
    NO("no", Level.EMERGENCY, "Asked whether the person is safe: answered no.");

    private final String code;
    private final Level level;
    private final String explanation;

    Answer(String code, Level level, String explanation) {
      this.code = code;
      this.level = level;
      this.explanation = explanation;
    }

    private Disposition disposition(String category) {
      return new Disposition(level, category, RULE + code, explanation);
    }
  }
}
