package org.healthassistant.evaluation.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// A question with the passages of the starter library that answer it.
///
/// @param text as a patient would ask it
/// @param passages ids; empty for a question that has no answer there
record CalibrationQuestion(String text, List<String> passages) {

  /// Copies the list.
  CalibrationQuestion {
    passages = List.copyOf(passages);
  }

  /// The questions of a set that ships with this module.
  ///
  /// @param set `en`, `es`, or `cross`: Spanish questions that English articles answer
  static List<CalibrationQuestion> in(String set) {
    String name = "questions." + set + ".jsonl";
    var stream = Objects.requireNonNull(
        CalibrationQuestion.class.getResourceAsStream(name), () -> name + " is missing");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> JsonMapper.shared().readValue(line, CalibrationQuestion.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  boolean answerable() {
    return !passages.isEmpty();
  }

  /// Whether an article holds one of the passages.
  boolean answeredBy(String articleId) {
    return passages.stream().anyMatch(passage -> passage.startsWith(articleId + "#"));
  }
}
