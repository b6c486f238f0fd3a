package org.healthassistant.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A message never becomes less urgent by how it is written: over examples of every rule and a
/// part of the training messages.
class MonotonyTest {

  /// What the classifier's canonical form and the rules' folding take away: these change nothing,
  /// alone or together.
  private static final Set<String> EXACT = Set.of(
      "upper-case",
      "lower-case",
      "mixed-case",
      "no-accents",
      "accents-apart",
      "curly-apostrophes",
      "in-quotes",
      "emoji-behind",
      "many-signs",
      "wide-letters",
      "wide-spaces",
      "look-alikes",
      "invisible-letters",
      "earlier-question",
      "earlier-past",
      "earlier-small-talk",
      "earlier-admin",
      "pushback-turns");

  /// Measured .023 over the examples of rules and .025 over messages; a rise is a fault.
  private static final double MOST_FALLS = 0.03;

  /// The writers there were when it was measured: messages that came later change nothing in what
  /// is drawn.
  private static final Set<String> DRAWN_FROM = Set.of(
      "en1.jsonl",
      "en2.jsonl",
      "en3.jsonl",
      "en4.jsonl",
      "en5.jsonl",
      "en6.jsonl",
      "en7.jsonl",
      "es1.jsonl",
      "es2.jsonl",
      "es3.jsonl",
      "own.jsonl");

  private static final int VARIANTS = 24;
  private static final YAMLMapper YAML = YAMLMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private record Examples(String id, Map<String, List<String>> fire) {}

  private record Index(List<String> categories) {}

  @Test
  void holdsForExamplesOfEveryRule() throws IOException {
    var result = PairsRun.run(ruleExamples(), VARIANTS, 1, false);
    report("rules", result);
    assertThat(exact(result)).isEmpty();
    assertThat(result.falls()).hasSizeLessThan((int) (MOST_FALLS * result.variants()));
  }

  @Test
  void holdsForAPartOfTheTrainingMessages() throws IOException {
    var result = PairsRun.run(trainingMessages(), VARIANTS, 1, true);
    report("messages", result);
    assertThat(exact(result)).isEmpty();
    assertThat(result.falls()).hasSizeLessThan((int) (MOST_FALLS * result.variants()));
  }

  private static List<PairsRun.Fall> exact(PairsRun.Result result) {
    return result.falls().stream()
        .filter(fall -> EXACT.containsAll(fall.kinds()))
        .toList();
  }

  private static void report(String what, PairsRun.Result result) {
    System.out.printf(
        "%s: %d of %d variants of %d messages fell%n",
        what, result.falls().size(), result.variants(), result.messages());
  }

  /// One example of each rule and language.
  private static List<TriageCase> ruleExamples() throws IOException {
    var cases = new ArrayList<TriageCase>();
    for (var category : read("pack.yaml", new TypeReference<Index>() {}).categories()) {
      var file = "rules/" + category + ".yaml";
      for (var rule : read(file, new TypeReference<List<Examples>>() {})) {
        rule.fire()
            .forEach((language, texts) -> cases.add(new TriageCase(
                rule.id(), language, texts.getFirst(), Level.SAME_DAY, null, null, null, null)));
      }
    }
    return cases;
  }

  private static <T> T read(String name, TypeReference<T> type) throws IOException {
    try (var in = MonotonyTest.class.getResourceAsStream("/safety/" + name)) {
      return YAML.readValue(in, type);
    }
  }

  /// Every ninetieth message, of all writers.
  private static List<TriageCase> trainingMessages() throws IOException {
    var cases = new ArrayList<TriageCase>();
    try (Stream<Path> files = Files.list(Path.of("data/triage/training"))) {
      for (var file : files.sorted().toList()) {
        if (DRAWN_FROM.contains(String.valueOf(file.getFileName()))) {
          cases.addAll(TriageCases.read(file));
        }
      }
    }
    var seen = new HashSet<String>();
    return IntStream.range(0, cases.size())
        .filter(at -> at % 90 == 0)
        .mapToObj(cases::get)
        .filter(one -> seen.add(one.text()))
        .toList();
  }
}
