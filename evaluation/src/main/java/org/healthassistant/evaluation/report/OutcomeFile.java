package org.healthassistant.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An [Outcome] as a JSON file: `{"command", "facts": {…}, "measures": {name: {"value", "low",
/// "high", "count"}}}`; a measure where nothing was measured has only its `count`, 0.
public final class OutcomeFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private OutcomeFile() {}

  /// Writes the file; its folder is made when it is missing.
  public static void write(Path file, Outcome outcome) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", outcome.command());
    ObjectNode facts = root.putObject("facts");
    outcome.facts().forEach(facts::put);
    ObjectNode measures = root.putObject("measures");
    outcome.measures().forEach((name, value) -> put(measures.putObject(name), value));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  /// Reads a file that [#write] wrote.
  ///
  /// @throws IOException if it is missing or not of this form, naming it
  public static Outcome read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      Map<String, String> facts = new LinkedHashMap<>();
      root.path("facts")
          .properties()
          .forEach(e -> facts.put(e.getKey(), e.getValue().asString("")));
      Map<String, Interval> measures = new LinkedHashMap<>();
      root.path("measures").properties().forEach(e -> measures.put(e.getKey(), get(e.getValue())));
      return new Outcome(root.path("command").asString(""), facts, measures);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": is not a result of this program", e);
    }
  }

  private static void put(ObjectNode node, Interval value) {
    if (value.count() > 0) {
      node.put("value", value.value()).put("low", value.low()).put("high", value.high());
    }
    node.put("count", value.count());
  }

  private static Interval get(JsonNode node) {
    int count = node.path("count").asInt(0);
    return count == 0
        ? Interval.none()
        : new Interval(
            node.path("value").asDouble(),
            node.path("low").asDouble(),
            node.path("high").asDouble(),
            count);
  }
}
