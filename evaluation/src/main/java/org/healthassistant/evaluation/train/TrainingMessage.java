package org.healthassistant.evaluation.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.healthassistant.assistant.safety.Level;
import tools.jackson.databind.json.JsonMapper;

/// One message written for training.
///
/// @param id unique
/// @param lang `en` or `es`
/// @param text as a patient would write it
/// @param level what it deserves
/// @param category of the catalogue; `ordinary`, `sad` (long and ordinary) or `none` below
/// `ROUTINE`
record TrainingMessage(String id, String lang, String text, Level level, String category) {

  /// The messages that ship with the product.
  static List<TrainingMessage> all() {
    var stream =
        Objects.requireNonNull(TrainingMessage.class.getResourceAsStream("meaning-training.jsonl"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> JsonMapper.shared().readValue(line, TrainingMessage.class))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("meaning-training.jsonl cannot be read", unreadable);
    }
  }
}
