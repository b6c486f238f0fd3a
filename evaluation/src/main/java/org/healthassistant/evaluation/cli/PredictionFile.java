package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A file of one JSON object a line.
record PredictionFile(Path file) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Writes the lines, members in the order of each map; the folder is made when it is missing.
  void write(List<Map<String, Object>> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, lines.stream().map(JSON::writeValueAsString).toList());
  }
}
