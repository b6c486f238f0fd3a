package org.healthassistant.evaluation.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads experiments from their YAML files.
///
/// ```yaml
/// id: retrieval-scifact
/// title: The product's ranking on SciFact
/// command: [retrieval, --data, "${data}/scifact"]
/// variant: hybrid
/// data: scifact
/// obtain: BEIR form of SciFact, https://github.com/allenai/scifact
/// expected:
///   - {measure: nDCG@10, value: 0.745, tolerance: 0.005}
/// ```
///
/// `better: lower` in an expectation turns the comparison round.
public final class Experiments {

  /// The experiments that ship with the program, in the order of the report; a new file is
  /// entered here.
  private static final List<String> BUILT_IN = List.of(
      "retrieval-scifact-plain",
      "retrieval-scifact-bm25",
      "retrieval-scifact-dense",
      "retrieval-scifact",
      "retrieval-medquad",
      "kill",
      "load",
      "bench");

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private Experiments() {}

  /// The experiments that ship with the program.
  public static List<Experiment> builtIn() {
    return BUILT_IN.stream().map(Experiments::resource).toList();
  }

  /// The experiments of a folder: every `*.yaml` in it, by name.
  ///
  /// @throws IllegalArgumentException if one is wrong; every problem of all files is named
  /// @throws UncheckedIOException if the folder cannot be read
  public static List<Experiment> in(Path folder) {
    var problems = new ArrayList<String>();
    var found = new ArrayList<Experiment>();
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          found.add(read(file.toString(), in));
        } catch (IllegalArgumentException e) {
          problems.add(String.valueOf(e.getMessage()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return List.copyOf(found);
  }

  private static Experiment resource(String id) {
    String name = id + ".yaml";
    try (InputStream in = Experiments.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": is listed but does not ship");
      }
      return read(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  /// Reads one file.
  ///
  /// @param name how problems name it
  /// @throws IllegalArgumentException if it is wrong; every problem is named
  static Experiment read(String name, InputStream in) {
    JsonNode root;
    try {
      root = YAML.readTree(in);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          name + ":" + e.getLocation().getLineNr() + ": is not YAML", e);
    }
    var problems = new ArrayList<String>();
    var experiment = new Experiment(
        required(root, "id", problems),
        required(root, "title", problems),
        root.path("command").values().stream().map(part -> part.asString("")).toList(),
        root.path("variant").asString(""),
        root.path("data").asString(""),
        root.path("obtain").asString(""),
        expected(root.path("expected"), problems));
    check(name, experiment, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + String.join("; ", problems));
    }
    return experiment;
  }

  private static void check(String name, Experiment experiment, List<String> problems) {
    if (!name.endsWith(experiment.id() + ".yaml")) {
      problems.add("its id must be the file's name without .yaml");
    }
    if (experiment.command().isEmpty()) {
      problems.add("needs a command: a list of arguments");
    }
    if (experiment.expected().isEmpty()) {
      problems.add("needs at least one expected value");
    }
    if (!experiment.data().isEmpty() && experiment.obtain().isEmpty()) {
      problems.add("needs data, so it must say in 'obtain' where that is to be had");
    }
  }

  private static List<Expectation> expected(JsonNode list, List<String> problems) {
    var found = new ArrayList<Expectation>();
    for (JsonNode item : list) {
      if (!item.path("value").isNumber()) {
        problems.add("every expected value needs a number 'value'");
        continue;
      }
      try {
        found.add(new Expectation(
            required(item, "measure", problems),
            item.path("value").asDouble(),
            item.path("tolerance").asDouble(0),
            !item.path("better").asString("higher").equals("lower")));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  private static String required(JsonNode node, String member, List<String> problems) {
    String value = node.path(member).asString("");
    if (value.isBlank()) {
      problems.add("needs '" + member + "'");
    }
    return value;
  }
}
