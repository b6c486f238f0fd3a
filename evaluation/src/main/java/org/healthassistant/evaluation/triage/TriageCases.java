package org.healthassistant.evaluation.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of triage cases.
public final class TriageCases {

  private TriageCases() {}

  /// All cases of a JSONL file, in order; blank lines are skipped.
  ///
  /// @throws IllegalArgumentException if lines are malformed; names them all
  /// @throws IOException if the file cannot be read
  public static List<TriageCase> read(Path file) throws IOException {
    var cases = new ArrayList<TriageCase>();
    var wrong = new ArrayList<String>();
    var lines = Files.readAllLines(file);
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).isBlank()) {
        continue;
      }
      try {
        var read = JsonMapper.shared().readValue(lines.get(at), TriageCase.class);
        if (read.id() == null || read.text() == null || read.level() == null) {
          wrong.add("line " + (at + 1) + " lacks id, text or level");
        } else {
          cases.add(read);
        }
      } catch (JacksonException malformed) {
        wrong.add("line " + (at + 1) + " is not a triage case");
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(file + ": " + String.join("; ", wrong));
    }
    return cases;
  }
}
