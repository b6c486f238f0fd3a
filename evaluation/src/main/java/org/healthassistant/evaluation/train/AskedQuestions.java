package org.healthassistant.evaluation.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.healthassistant.evaluation.dataset.JsonLines;
import org.healthassistant.evaluation.dataset.Line;
import org.healthassistant.evaluation.train.AskedQuestion.Kind;
import org.healthassistant.knowledge.text.Language;

/// Reads questions: JSON Lines `{"id","writer","lang","text","kind","right":[…]}`.
final class AskedQuestions {

  private AskedQuestions() {}

  /// All questions of the `*.jsonl` files of a folder, in the order of the files' names.
  ///
  /// @throws BadDataSet naming file and line of each fault
  static List<AskedQuestion> in(Path folder) {
    List<AskedQuestion> questions = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .forEach(file -> questions.addAll(JsonLines.read(file, AskedQuestions::question)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return questions;
  }

  private static AskedQuestion question(Line line) {
    String kind = line.text("kind").toUpperCase(Locale.ROOT);
    boolean known = Stream.of(Kind.values()).anyMatch(one -> one.name().equals(kind));
    if (!known) {
      line.problem("needs a member 'kind': answer, none or forbidden");
    }
    return new AskedQuestion(
        line.text("id"),
        line.text("writer"),
        Language.orFallback(line.text("lang")),
        line.text("text"),
        known ? Kind.valueOf(kind) : Kind.NONE,
        line.texts("right"));
  }
}
