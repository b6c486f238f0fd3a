package org.healthassistant.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A question with the passages of the starter library that answer it; none for one that has no
/// answer.
record CalibrationQuestion(String text, List<String> passages) {
  private static final JsonMapper JSON = new JsonMapper();

  static List<CalibrationQuestion> in(String language) {
    Path file = Path.of("src/main/calibration/questions." + language + ".jsonl");
    try {
      return Files.readAllLines(file).stream()
          .map(line -> JSON.readValue(line, CalibrationQuestion.class))
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  boolean answerable() {
    return !passages.isEmpty();
  }

  boolean ofRightArticle(String articleId) {
    return passages.stream().anyMatch(passage -> passage.startsWith(articleId + "#"));
  }
}
